package coderbased.client.chat;

import coderbased.client.chat.MessageView.Mark;
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

    private final SequencedMap<String, MessageView> lines = new LinkedHashMap<>();

    void add(MessageView line) {
        lines.put(line.clientMessageId(), line);
    }

    void moving(String name, @Nullable Transfer transfer) {
        change(name, line -> line.moving(transfer));
    }

    /** Records that a message is stored; it stays here until the message itself arrives. */
    void stored(String name, long seq, Instant at) {
        change(name, line -> line.stored(seq, at));
    }

    /** Records that a message was refused; a null sentence moves it to the end, to be tried again. */
    void refused(String name, @Nullable String sentence) {
        MessageView line = sentence == null ? lines.remove(name) : lines.get(name);
        if (line != null) {
            lines.put(name, line.refused(sentence));
        }
    }

    void remove(String name) {
        lines.remove(name);
    }

    /** Removes the stored messages up to that number: the server has delivered them. */
    void removeStoredUpTo(long seq) {
        lines.values().removeIf(line -> line.mark() == Mark.STORED && line.seq() <= seq);
    }

    /** Returns the content of the message with that number; null if it is not one of these. */
    @Nullable
    Body storedBody(long seq) {
        return lines.values().stream()
                .filter(line -> line.mark() == Mark.STORED && line.seq() == seq)
                .map(MessageView::body)
                .findFirst()
                .orElse(null);
    }

    Collection<MessageView> inOrder() {
        return lines.values();
    }

    @Nullable
    MessageView newest() {
        return lines.isEmpty() ? null : lines.lastEntry().getValue();
    }

    private void change(String name, UnaryOperator<MessageView> to) {
        lines.computeIfPresent(name, (_, line) -> to.apply(line));
    }
}
