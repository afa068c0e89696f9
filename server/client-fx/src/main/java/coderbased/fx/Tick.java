package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;
import org.jspecify.annotations.Nullable;

/** Delivery state of the reader's own message, as an icon. */
public enum Tick {
    NONE("", null),
    SENDING("mdi2c-clock-outline", "tick.sending"),
    STORED("mdi2c-check", "tick.sent"),
    DELIVERED("mdi2c-check-all", "tick.delivered"),
    READ("mdi2c-check-all", "tick.read"),
    REFUSED("mdi2a-alert-circle-outline", "tick.refused");

    private final String icon;
    private final @Nullable String key;

    Tick(String icon, @Nullable String key) {
        this.icon = icon;
        this.key = key;
    }

    /** Returns the tick of a message: none for messages of others and for deleted ones. */
    public static Tick of(MessageView message) {
        if (!message.mine() || message.body() instanceof Body.Deleted || message.body() instanceof Body.GroupEvent) {
            return NONE;
        }
        return switch (message.status()) {
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

    /** Returns the text for a screen reader; empty for none. */
    public String words() {
        return key == null ? "" : MESSAGES.text(key);
    }
}
