package coderbased.fx;

import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;

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

    /** Returns the mark of a line: none on the lines of others, and on what was deleted. */
    public static Tick of(MessageView line) {
        if (!line.mine() || line.body() instanceof Body.Deleted || line.body() instanceof Body.Notice) {
            return NONE;
        }
        return switch (line.mark()) {
            case SENDING -> SENDING;
            case STORED -> STORED;
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            case REFUSED -> REFUSED;
        };
    }

    /** The icon's name, empty for none. */
    public String icon() {
        return icon;
    }

    /** Returns the style class that gives the mark its colour. */
    public String styleClass() {
        return switch (this) {
            case READ -> "tick-read";
            case REFUSED -> "tick-refused";
            case NONE, SENDING, STORED, DELIVERED -> "tick-plain";
        };
    }

    /** Whether it says how far a message has come. */
    public boolean isOnTheWay() {
        return this != NONE && this != REFUSED;
    }

    /** For a screen reader. */
    public String words() {
        return words;
    }
}
