package coderbased.phone;

import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Logout;

/** The phone's sentences where the protocol's own ones are meant for a desktop. */
final class PhoneWords {

    private final Times times;

    PhoneWords(Times times) {
        this.times = times;
    }

    /** Returns the reason why the phone was signed out and what to do. */
    String signedOut(Logout logout) {
        StringBuilder words = new StringBuilder(sentence(logout));
        if (logout.until() != null) {
            words.append(" The suspension ends ")
                    .append(times.inSentence(logout.until()))
                    .append('.');
        }
        if (logout.note() != null && !logout.note().isBlank()) {
            words.append(" Note from the operators: “")
                    .append(SafeText.preview(logout.note()))
                    .append("”");
        }
        return words.toString();
    }

    private static String sentence(Logout logout) {
        return switch (logout.reason()) {
            case PHONE_LOGGED_OUT, LOGGED_OUT_HERE ->
                "You logged out. The computers this phone had linked were logged out too.";
            case PHONE_SESSION_EXPIRED, SESSION_EXPIRED ->
                "This phone was inactive for too long, so it was signed out. Sign in again.";
            case UNLINKED -> "This phone was logged out from another device.";
            case ACCOUNT_BANNED -> "This account was suspended by the people who run the server.";
            case ACCOUNT_DELETED -> "This account was deleted.";
            case PASSWORD_CHANGED -> "The account's password was changed elsewhere. Sign in with the new one.";
            case TOKEN_REUSED ->
                "Someone else used a copy of this phone's login. To be safe, it was ended everywhere."
                        + " Sign in and change your password.";
            case KEY_MISMATCH -> "The login on this phone does not belong to its key. Sign in again.";
            case TOKEN_INVALID ->
                "The login saved on this phone is damaged or belongs to another server. Sign in again.";
        };
    }
}
