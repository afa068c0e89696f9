package coderbased.fx;

/** The mark on a message of one's own. */
public enum Tick {
    NONE("", ""),
    SENDING("mdi2c-clock-outline", "sending"),
    STORED("mdi2c-check", "sent"),
    DELIVERED("mdi2c-check-all", "delivered"),
    READ("mdi2c-check-all", "read"),
    REFUSED("mdi2a-alert-circle-outline", "not sent");

    private final String icon;
    private final String words;

    Tick(String icon, String words) {
        this.icon = icon;
        this.words = words;
    }

    /** The icon's name, empty for none. */
    String icon() {
        return icon;
    }

    /** Whether it says how far a message has come. */
    boolean isOnTheWay() {
        return this != NONE && this != REFUSED;
    }

    /** For a screen reader. */
    String words() {
        return words;
    }
}
