package coderbased.client.storage;

import coderbased.protocol.ChatClientMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user command that must reach the server: a message, an edit, a deletion, a reaction or a draft.
 *
 * @param name unique name, the same after a restart: the {@code clientMessageId} of a {@code Send}, the
 *     {@code requestId} of anything else
 * @param at time of the command
 * @param refusal reason why the server refused it, for the user; null while it waits
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

    /** Returns a copy with another message. */
    public OutboxEntry saying(ChatClientMessage now) {
        return new OutboxEntry(name, conversationId, at, now, refusal);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
