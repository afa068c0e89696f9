package coderbased.fx.notify;

/** Content of notifications: others may see the display. */
public enum Privacy {
    NAME_AND_TEXT("Name and text"),
    NAME("Name only"),
    NOTHING("No name or text"),
    OFF("No notifications");

    private final String label;

    Privacy(String label) {
        this.label = label;
    }

    /** Returns the label in settings. */
    public String label() {
        return label;
    }
}
