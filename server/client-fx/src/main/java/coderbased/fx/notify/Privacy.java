package coderbased.fx.notify;

/** How much a notification says: others may see the display. */
public enum Privacy {
    NAME_AND_TEXT("Name and text"),
    NAME("Name only"),
    NOTHING("No name or text"),
    OFF("No notifications");

    private final String label;

    Privacy(String label) {
        this.label = label;
    }

    /** What to call it in settings. */
    public String label() {
        return label;
    }
}
