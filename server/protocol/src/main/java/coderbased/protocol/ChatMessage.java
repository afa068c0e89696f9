package coderbased.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Returns the message for a reader who may not see what it answers. */
    public ChatMessage withoutQuote() {
        return with(rev, body, null, forwarded, editedAt, reactions);
    }

    /** Returns the message as an answer, or as a copy of another message. */
    public ChatMessage answering(@Nullable Quote answered, boolean isForwarded) {
        return with(rev, body, answered, isForwarded, editedAt, reactions);
    }

    /** Returns the message as the change with that number. */
    public ChatMessage numbered(long change) {
        return with(change, body, quote, forwarded, editedAt, reactions);
    }

    /** Returns the message with another text or caption. It is never edited before it was sent. */
    public ChatMessage edited(Body changed, Instant at) {
        return with(rev, changed, quote, forwarded, at.isAfter(sentAt) ? at : sentAt, reactions);
    }

    /** Returns what is left of the message after its deletion: its place. */
    public ChatMessage deleted() {
        return with(rev, new Body.Deleted(), null, false, null, List.of());
    }

    /**
     * Returns the message with an account's reaction in place of its earlier one.
     *
     * @param emoji null for no reaction any more
     */
    public ChatMessage reacted(String accountId, @Nullable String emoji) {
        return with(rev, body, quote, forwarded, editedAt, Reaction.changed(reactions, accountId, emoji));
    }

    /** Returns the short form of the message that is shown above an answer to it. */
    public Quote asQuote() {
        return new Quote(seq, senderId, body.shortened());
    }

    private ChatMessage with(
            long change,
            Body changed,
            @Nullable Quote answered,
            boolean isForwarded,
            @Nullable Instant edited,
            List<Reaction> chosen) {
        return new ChatMessage(
                conversationId,
                seq,
                change,
                clientMessageId,
                senderId,
                sentAt,
                changed,
                answered,
                isForwarded,
                edited,
                chosen);
    }

    /**
     * The message that another one answers, as it stands when it is read; {@link Body.Deleted} if it was deleted.
     * Texts are cut to {@link Protocol#MAX_QUOTE_CHARS}.
     */
    public record Quote(long seq, String senderId, Body body) {}

    /** One emoji, and the accounts that chose it. An account has at most one reaction to a message. */
    public record Reaction(String emoji, List<String> accountIds) {

        private static List<Reaction> changed(List<Reaction> before, String account, @Nullable String emoji) {
            if (of(before, account).equals(Optional.ofNullable(emoji))) {
                return before;
            }
            List<Reaction> after = new ArrayList<>();
            boolean joined = false;
            for (Reaction reaction : before) {
                boolean same = reaction.emoji().equals(emoji);
                joined |= same;
                List<String> accounts = Stream.concat(
                                reaction.accountIds().stream().filter(other -> !other.equals(account)),
                                same ? Stream.of(account) : Stream.empty())
                        .toList();
                if (!accounts.isEmpty()) {
                    after.add(new Reaction(reaction.emoji(), accounts));
                }
            }
            if (emoji != null && !joined) {
                after.add(new Reaction(emoji, List.of(account)));
            }
            return List.copyOf(after);
        }

        private static Optional<String> of(List<Reaction> reactions, String account) {
            return reactions.stream()
                    .filter(reaction -> reaction.accountIds().contains(account))
                    .map(Reaction::emoji)
                    .findFirst();
        }
    }
}
