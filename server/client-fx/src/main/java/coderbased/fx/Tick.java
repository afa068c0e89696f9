package coderbased.fx;

import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;

/** Delivery state of the reader's own message, as an icon. */
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

    /** Returns the tick of a message: none for messages of others and for deleted ones. */
    public static Tick of(MessageView message) {
        if (!message.mine() || message.body() instanceof Body.Deleted || message.body() instanceof Body.Notice) {
            return NONE;
        }
        return switch (message.mark()) {
            case SENDING -> SENDING;
            case STORED -> STORED;
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            case REFUSED -> REFUSED;
        };
    }

    /** Returns the icon's name; empty for none. */
    public String icon() {
        return icon;
    }

    /** Returns the style class that colours the icon. */
    public String styleClass() {
        return switch (this) {
            case READ -> "tick-read";
            case REFUSED -> "tick-refused";
            case NONE, SENDING, STORED, DELIVERED -> "tick-plain";
        };
    }

    /** True if it shows progress, not a refusal. */
    public boolean isOnTheWay() {
        return this != NONE && this != REFUSED;
    }

    /** Returns the text for a screen reader. */
    public String words() {
        return words;
    }
}
