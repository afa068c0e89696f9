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
 * What was said here in one conversation and is not seen as stored, in the order it was said. Used on the client's own
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

    /** It is on the server's disk; the line stays until the message itself comes. */
    void stored(String name, long seq, Instant at) {
        change(name, line -> line.stored(seq, at));
    }

    /** It was not stored, for that reason; null: it is tried again, after everything else. */
    void refused(String name, @Nullable String sentence) {
        MessageView line = sentence == null ? lines.remove(name) : lines.get(name);
        if (line != null) {
            lines.put(name, line.refused(sentence));
        }
    }

    void remove(String name) {
        lines.remove(name);
    }

    /** The server has told of everything up to that number: what is stored below needs no line here any more. */
    void removeStoredUpTo(long seq) {
        lines.values().removeIf(line -> line.mark() == Mark.STORED && line.seq() <= seq);
    }

    /** Returns the content of the message that has that number; null if none of these has. */
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
