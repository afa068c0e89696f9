package coderbased.client.messages;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LogoutReason;

/** Sentences for ends that the server tells: of sessions, connections and links. */
public final class EndWords {

    private EndWords() {}

    /** Returns the reason for a logout and the next step, for the person at the device that was logged out. */
    public static String of(LogoutReason reason) {
        String key = switch (reason) {
            case PHONE_LOGGED_OUT -> "logout.phoneLoggedOut";
            case PHONE_SESSION_EXPIRED -> "logout.phoneSessionExpired";
            case SESSION_EXPIRED -> "logout.sessionExpired";
            case UNLINKED -> "logout.unlinked";
            case LOGGED_OUT_HERE -> "logout.loggedOutHere";
            case ACCOUNT_BANNED -> "logout.accountBanned";
            case ACCOUNT_DELETED -> "logout.accountDeleted";
            case PASSWORD_CHANGED -> "logout.passwordChanged";
            case TOKEN_REUSED -> "logout.tokenReused";
            case KEY_MISMATCH -> "logout.keyMismatch";
            case TOKEN_INVALID -> "logout.tokenInvalid";
        };
        return MESSAGES.text(key);
    }

    /** Returns the reason for the end of a connection and the next step. */
    public static String of(DisconnectReason reason) {
        String key = switch (reason) {
            case CONNECTED_ELSEWHERE -> "disconnected.connectedElsewhere";
            case CLIENT_OUTDATED -> "disconnected.clientOutdated";
            case FROZEN -> "disconnected.frozen";
            case SERVER_RESTART -> "disconnected.serverRestart";
            case SLOW_DOWN -> "disconnected.slowDown";
        };
        return MESSAGES.text(key);
    }

    /** Returns the reason why a link failed, for the person in front of the desktop. */
    public static String onDesktop(LinkEnd end) {
        String key = switch (end) {
            case DENIED -> "linkEnd.denied";
            case CANCELLED -> "linkEnd.cancelled";
            case EXPIRED -> "linkEnd.expired";
            case WRONG_NUMBER -> "linkEnd.wrongNumber";
            case DESKTOP_GONE -> "linkEnd.desktopGone";
            case LIMIT -> "linkEnd.limit";
            case NO_MORE_CODES -> "linkEnd.noMoreCodes";
            case PHONE_LOGGED_OUT -> "linkEnd.phoneLoggedOut";
        };
        return MESSAGES.text(key);
    }
}
