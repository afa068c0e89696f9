package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

/** Theme chosen by the user. */
public enum ThemeChoice {
    SYSTEM("theme.system"),
    LIGHT("theme.light"),
    DARK("theme.dark");

    private final String key;

    ThemeChoice(String key) {
        this.key = key;
    }

    /** Returns the label in settings. */
    public String label() {
        return MESSAGES.text(key);
    }
}
