package coderbased.store;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ChatMessage.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a message that is changed. Pure. */
final class MessageChange {

    private MessageChange() {}

    /** The same, as the change with that number. */
    static ChatMessage numbered(ChatMessage of, long rev) {
        return new ChatMessage(
                of.conversationId(),
                of.seq(),
                rev,
                of.clientMessageId(),
                of.senderId(),
                of.sentAt(),
                of.body(),
                of.quote(),
                of.forwarded(),
                of.editedAt(),
                of.reactions());
    }

    /** As an answer to another message, or said elsewhere first. */
    static ChatMessage answering(ChatMessage of, @Nullable Quote quote, boolean forwarded) {
        return new ChatMessage(
                of.conversationId(),
                of.seq(),
                of.rev(),
                of.clientMessageId(),
                of.senderId(),
                of.sentAt(),
                of.body(),
                quote,
                forwarded,
                of.editedAt(),
                of.reactions());
    }

    /** With another body; never changed before it was said. */
    static ChatMessage edited(ChatMessage of, Body body, Instant at) {
        return new ChatMessage(
                of.conversationId(),
                of.seq(),
                of.rev(),
                of.clientMessageId(),
                of.senderId(),
                of.sentAt(),
                body,
                of.quote(),
                of.forwarded(),
                Timestamps.later(at, of.sentAt()),
                of.reactions());
    }

    /** Taken back: nothing but its place is left. */
    static ChatMessage deleted(ChatMessage of) {
        return ChatMessage.plain(
                of.conversationId(),
                of.seq(),
                of.rev(),
                of.clientMessageId(),
                of.senderId(),
                of.sentAt(),
                new Body.Deleted());
    }

    /** With somebody's reaction in place of an earlier one; null for none any more. */
    static ChatMessage reacted(ChatMessage of, String account, @Nullable String emoji) {
        return new ChatMessage(
                of.conversationId(),
                of.seq(),
                of.rev(),
                of.clientMessageId(),
                of.senderId(),
                of.sentAt(),
                of.body(),
                of.quote(),
                of.forwarded(),
                of.editedAt(),
                with(of.reactions(), account, emoji));
    }

    private static List<Reaction> with(List<Reaction> before, String account, @Nullable String emoji) {
        if (reactionOf(before, account).equals(Optional.ofNullable(emoji))) {
            return before;
        }
        List<Reaction> after = new ArrayList<>();
        boolean joined = false;
        for (Reaction reaction : before) {
            boolean same = reaction.emoji().equals(emoji);
            joined |= same;
            List<String> accounts = Stream.concat(
                            reaction.accountIds().stream().filter(who -> !who.equals(account)),
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

    private static Optional<String> reactionOf(List<Reaction> reactions, String account) {
        return reactions.stream()
                .filter(reaction -> reaction.accountIds().contains(account))
                .map(Reaction::emoji)
                .findFirst();
    }
}
