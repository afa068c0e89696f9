package coderbased.fx.notify;

import static coderbased.fx.messages.FxMessages.MESSAGES;

/** Content of notifications: others may see the display. */
public enum Privacy {
    NAME_AND_TEXT("privacy.nameAndText"),
    NAME("privacy.name"),
    NOTHING("privacy.nothing"),
    OFF("privacy.off");

    private final String key;

    Privacy(String key) {
        this.key = key;
    }

    /** Returns the label in settings. */
    public String label() {
        return MESSAGES.text(key);
    }
}
