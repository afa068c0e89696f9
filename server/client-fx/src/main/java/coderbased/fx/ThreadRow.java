package coderbased.fx;

import org.jspecify.annotations.Nullable;

/** One row of a thread, ready to draw. */
public sealed interface ThreadRow {

    /** A new day begins. */
    record Day(String label) implements ThreadRow {}

    /** What follows was not read before. */
    record Unread(String label) implements ThreadRow {}

    /**
     * One message.
     *
     * @param id the message's own name
     * @param sender who, where more than two talk; null where it is clear
     * @param time when, in words
     * @param first whether it begins a run of messages by one person
     * @param refusal why it was not sent, with {@link Tick#REFUSED} only
     */
    record Bubble(
            String id,
            boolean mine,
            @Nullable String sender,
            String text,
            String time,
            Tick tick,
            boolean first,
            @Nullable String refusal)
            implements ThreadRow {}
}
