package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;

/** The phone's sentences where the protocol's own ones are meant for a desktop. */
final class PhoneWords {

    private final Times times;

    PhoneWords(Times times) {
        this.times = times;
    }

    /** Returns the reason why the phone was signed out and what to do. */
    String signedOut(Logout logout) {
        String words = reason(logout);
        if (logout.until() != null) {
            words = MESSAGES.text("signedOut.until", "words", words, "when", times.inSentence(logout.until()));
        }
        return logout.note() == null || logout.note().isBlank()
                ? words
                : MESSAGES.text("signedOut.note", "words", words, "note", SafeText.preview(logout.note()));
    }

    /** Returns the reason why the phone does not continue by itself and what to do. */
    static String stopped(DisconnectReason reason) {
        return MESSAGES.text(
                switch (reason) {
                    case CONNECTED_ELSEWHERE -> "stopped.elsewhere";
                    case CLIENT_OUTDATED -> "stopped.outdated";
                    case FROZEN -> "stopped.frozen";
                    case SERVER_RESTART -> "stopped.restart";
                    case SLOW_DOWN -> "stopped.slowDown";
                });
    }

    private static String reason(Logout logout) {
        return MESSAGES.text(
                switch (logout.reason()) {
                    case PHONE_LOGGED_OUT, LOGGED_OUT_HERE -> "signedOut.here";
                    case PHONE_SESSION_EXPIRED, SESSION_EXPIRED -> "signedOut.inactive";
                    case UNLINKED -> "signedOut.unlinked";
                    case ACCOUNT_BANNED -> "signedOut.suspended";
                    case ACCOUNT_DELETED -> "signedOut.deleted";
                    case PASSWORD_CHANGED -> "signedOut.passwordChanged";
                    case TOKEN_REUSED -> "signedOut.tokenReused";
                    case KEY_MISMATCH -> "signedOut.keyMismatch";
                    case TOKEN_INVALID -> "signedOut.invalid";
                });
    }
}
