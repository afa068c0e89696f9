package coderbased.client.storage;

import coderbased.protocol.ChatClientMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the person did and that has to reach the server: something said, edited, taken back, reacted or drafted.
 *
 * @param name its own name, the same after a restart: of a {@code Send} its {@code clientMessageId}, of anything else its
 *     {@code requestId}
 * @param at when it was done
 * @param refusal why the server did not take it, for the person; null while it waits
 */
public record OutboxEntry(
        String name,
        String conversationId,
        Instant at,
        ChatClientMessage message,
        @Nullable String refusal) {

    public OutboxEntry refused(@Nullable String sentence) {
        return new OutboxEntry(name, conversationId, at, message, sentence);
    }

    /** The same, as another message. */
    public OutboxEntry saying(ChatClientMessage now) {
        return new OutboxEntry(name, conversationId, at, now, refusal);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
