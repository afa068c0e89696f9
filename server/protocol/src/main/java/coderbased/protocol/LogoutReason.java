package coderbased.protocol;

/**
 * Reasons why a session ended: one list for the live event, the close frame and the answer to a re-initialisation.
 *
 * <p>Every one of these is final for the session: the client wipes its token and key and never comes back with them.
 */
public enum LogoutReason {
    PHONE_LOGGED_OUT("Your phone logged out, so this computer was logged out too."),
    PHONE_SESSION_EXPIRED(
            "Your phone was inactive for too long, so this computer was logged out. Sign in on the phone, then scan"
                    + " again."),
    SESSION_EXPIRED("This computer's login has expired. Scan the code to link it again."),
    UNLINKED("You logged this device out from your phone."),
    LOGGED_OUT_HERE("You logged out here."),
    ACCOUNT_BANNED("This account was suspended by the people who run the server."),
    ACCOUNT_DELETED("This account was deleted."),
    PASSWORD_CHANGED("The account's password was changed, so every device has to sign in again."),
    TOKEN_REUSED(
            "Someone else used a copy of this device's login. To be safe, it was logged out everywhere. Scan the code"
                    + " to link it again."),
    KEY_MISMATCH("The login on this device does not belong to its key. Scan the code to link it again."),
    TOKEN_INVALID("The login saved on this device is damaged, or the server no longer knows it."
            + " Scan the code to link it again.");

    private final String sentence;

    LogoutReason(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence for the person at the device that was logged out: the reason and the next step. */
    public String sentence() {
        return sentence;
    }
}
