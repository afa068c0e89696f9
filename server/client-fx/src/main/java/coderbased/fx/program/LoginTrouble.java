package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

/**
 * A login that cannot be read or saved, in words.
 *
 * @param text says what the person can do
 * @param goOn the words of the button that goes on without the saved login
 */
public record LoginTrouble(String title, String why, String text, String goOn) {

    /** Returns the trouble of a saved login that cannot be read now. */
    public static LoginTrouble unreadable(String why, String text, String goOn) {
        return new LoginTrouble(MESSAGES.text("loginUnavailable.title"), why, text, goOn);
    }

    /** Returns the trouble of a device that cannot save a login. */
    public static LoginTrouble unstorable(String title, String why, String text) {
        return new LoginTrouble(title, why, text, MESSAGES.text("loginUnavailable.goOn"));
    }
}
