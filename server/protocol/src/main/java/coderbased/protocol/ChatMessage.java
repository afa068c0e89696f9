package coderbased.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stored message, as it stands now.
 *
 * @param conversationId its conversation
 * @param seq its place there: from 1, without gaps, given at commit. Order is by this, never by a clock
 * @param rev the conversation's change that made it what it is: from 1, without gaps, given at commit. A new message,
 *     an edit, a deletion and a reaction are each a change; of two copies of a message, the one with the higher number
 *     holds
 * @param clientMessageId the sender's own name for it, by which a repeated send is recognised
 * @param senderId the account that sent it, from its session
 * @param sentAt time at which the server stored it
 * @param quote the message that it answers; null for none
 * @param forwarded true if it is a copy of another message
 * @param editedAt time of its sender's last edit; null for never
 * @param reactions in the order of the first of each; empty for none
 */
public record ChatMessage(
        String conversationId,
        long seq,
        long rev,
        String clientMessageId,
        String senderId,
        Instant sentAt,
        Body body,
        @Nullable Quote quote,
        boolean forwarded,
        @Nullable Instant editedAt,
        List<Reaction> reactions) {

    /** A message as it is when it is first said. */
    public static ChatMessage plain(
            String conversationId,
            long seq,
            long rev,
            String clientMessageId,
            String senderId,
            Instant sentAt,
            Body body) {
        return new ChatMessage(
                conversationId, seq, rev, clientMessageId, senderId, sentAt, body, null, false, null, List.of());
    }

    /** The same for a reader who may not see what it answers. */
    public ChatMessage withoutQuote() {
        return new ChatMessage(
                conversationId,
                seq,
                rev,
                clientMessageId,
                senderId,
                sentAt,
                body,
                null,
                forwarded,
                editedAt,
                reactions);
    }

    /**
     * The message that another one answers, as it stands when it is read; {@link Body.Deleted} if it was deleted.
     * Texts are cut to {@link Protocol#MAX_QUOTE_CHARS}.
     */
    public record Quote(long seq, String senderId, Body body) {}

    /** One emoji, and the accounts that chose it. An account has at most one reaction to a message. */
    public record Reaction(String emoji, List<String> accountIds) {}
}
