package coderbased.client.chat;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.chat.MessageView.Quote;
import coderbased.client.chat.MessageView.Reaction;
import coderbased.client.files.Transfer;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders the messages of one conversation for its reader. Used on the client thread. */
final class MessageRenderer {

    private final Members members;
    private final PendingEdits pending;
    private final Function<String, Optional<Path>> kept;
    private final Map<Long, Transfer> fetched = new HashMap<>();

    /** @param kept finds the local file with a SHA-256 hash, if this device has it */
    MessageRenderer(Members members, PendingEdits pending, Function<String, Optional<Path>> kept) {
        this.members = members;
        this.pending = pending;
        this.kept = kept;
    }

    /** Sets the download progress of a message's file; null when it has ended. */
    void fetching(long seq, @Nullable Transfer transfer) {
        if (transfer == null) {
            fetched.remove(seq);
        } else {
            fetched.put(seq, transfer);
        }
    }

    /** Returns the delivery state of a stored message. */
    DeliveryStatus status(ChatMessage message) {
        if (!members.isMe(message.senderId())) {
            return DeliveryStatus.STORED;
        }
        if (members.isReadByAll(message.seq())) {
            return DeliveryStatus.READ;
        }
        return members.isDeliveredToAll(message.seq()) ? DeliveryStatus.DELIVERED : DeliveryStatus.STORED;
    }

    MessageView stored(ChatMessage asStored) {
        ChatMessage message = pending.applied(asStored);
        return new MessageView(
                message.clientMessageId(),
                message.seq(),
                members.isMe(message.senderId()),
                message.senderId(),
                members.nameOf(message.senderId()),
                message.body(),
                message.sentAt(),
                status(message),
                message.quote() == null ? null : quote(message.quote()),
                message.forwarded(),
                message.editedAt(),
                message.reactions().stream().map(this::reaction).toList(),
                fetched.get(message.seq()),
                file(message.body()),
                pending.refusal(message.seq()));
    }

    /**
     * Renders a message that is not stored yet.
     *
     * @param answered the message that it answers; null if there is none, or it is not at hand
     */
    MessageView inFlight(OutboxEntry entry, Send send, String me, @Nullable ChatMessage answered) {
        return new MessageView(
                entry.name(),
                0,
                true,
                me,
                members.nameOf(me),
                send.body(),
                entry.at(),
                entry.isRefused() ? DeliveryStatus.REFUSED : DeliveryStatus.SENDING,
                answered == null ? null : quote(answered.asQuote()),
                send.forwarded(),
                null,
                List.of(),
                null,
                file(send.body()),
                entry.refusal());
    }

    private Quote quote(ChatMessage.Quote quote) {
        return new Quote(quote.seq(), members.isMe(quote.senderId()), members.nameOf(quote.senderId()), quote.body());
    }

    private Reaction reaction(ChatMessage.Reaction reaction) {
        return new Reaction(
                reaction.emoji(),
                members.namesOf(reaction.accountIds()),
                reaction.accountIds().stream().anyMatch(members::isMe));
    }

    private @Nullable Path file(Body body) {
        return body instanceof Body.File file && !file.sha256().isEmpty()
                ? kept.apply(file.sha256()).orElse(null)
                : null;
    }
}
