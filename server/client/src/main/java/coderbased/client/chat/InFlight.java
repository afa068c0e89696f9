package coderbased.client.chat;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.files.Transfer;
import coderbased.protocol.Body;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were sent here in one conversation and have not come back from the server, in order. Used on the client
 * thread.
 */
final class InFlight {

    private final SequencedMap<String, MessageView> messages = new LinkedHashMap<>();

    void add(MessageView message) {
        messages.put(message.clientMessageId(), message);
    }

    void moving(String name, @Nullable Transfer transfer) {
        change(name, message -> message.moving(transfer));
    }

    /** Records that a message is stored; it stays here until the message itself arrives. */
    void stored(String name, long seq, Instant at) {
        change(name, message -> message.stored(seq, at));
    }

    /** Records that a message was refused; a null sentence moves it to the end, to be tried again. */
    void refused(String name, @Nullable String sentence) {
        MessageView message = sentence == null ? messages.remove(name) : messages.get(name);
        if (message != null) {
            messages.put(name, message.refused(sentence));
        }
    }

    void remove(String name) {
        messages.remove(name);
    }

    /** Removes the stored messages up to that number: the server has delivered them. */
    void removeStoredUpTo(long seq) {
        messages.values().removeIf(message -> message.status() == DeliveryStatus.STORED && message.seq() <= seq);
    }

    /** Returns the content of the message with that number; null if it is not one of these. */
    @Nullable
    Body storedBody(long seq) {
        return messages.values().stream()
                .filter(message -> message.status() == DeliveryStatus.STORED && message.seq() == seq)
                .map(MessageView::body)
                .findFirst()
                .orElse(null);
    }

    Collection<MessageView> inOrder() {
        return messages.values();
    }

    @Nullable
    MessageView newest() {
        return messages.isEmpty() ? null : messages.lastEntry().getValue();
    }

    private void change(String name, UnaryOperator<MessageView> to) {
        messages.computeIfPresent(name, (_, message) -> to.apply(message));
    }
}
