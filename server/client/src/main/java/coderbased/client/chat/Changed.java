package coderbased.client.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ChatMessage.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Messages as they are after something was done to them, before the server says so. */
final class Changed {

    private Changed() {}

    static ChatMessage quoting(ChatMessage message, Quote quote) {
        return with(message, message.body(), quote, message.editedAt(), message.reactions());
    }

    static ChatMessage edited(ChatMessage message, String text, Instant at) {
        Body body = switch (message.body()) {
            case Body.Text _ -> new Body.Text(text);
            case Body.File file ->
                new Body.File(file.sha256(), file.name(), file.mediaType(), file.size(), file.preview(), text);
            case Body.Notice notice -> notice;
            case Body.Deleted deleted -> deleted;
        };
        return with(message, body, message.quote(), at, message.reactions());
    }

    static ChatMessage deleted(ChatMessage message) {
        return with(message, new Body.Deleted(), null, null, List.of());
    }

    /** @param emoji null for no reaction any more */
    static ChatMessage reacted(ChatMessage message, String accountId, @Nullable String emoji) {
        List<Reaction> reactions = new ArrayList<>();
        boolean joined = false;
        for (Reaction reaction : message.reactions()) {
            List<String> accounts = new ArrayList<>(reaction.accountIds());
            accounts.remove(accountId);
            if (reaction.emoji().equals(emoji)) {
                accounts.add(accountId);
                joined = true;
            }
            if (!accounts.isEmpty()) {
                reactions.add(new Reaction(reaction.emoji(), List.copyOf(accounts)));
            }
        }
        if (emoji != null && !joined) {
            reactions.add(new Reaction(Objects.requireNonNull(emoji), List.of(accountId)));
        }
        return with(message, message.body(), message.quote(), message.editedAt(), List.copyOf(reactions));
    }

    private static ChatMessage with(
            ChatMessage message,
            Body body,
            @Nullable Quote quote,
            @Nullable Instant editedAt,
            List<Reaction> reactions) {
        return new ChatMessage(
                message.conversationId(),
                message.seq(),
                message.rev(),
                message.clientMessageId(),
                message.senderId(),
                message.sentAt(),
                body,
                quote,
                message.forwarded(),
                editedAt,
                reactions);
    }
}
