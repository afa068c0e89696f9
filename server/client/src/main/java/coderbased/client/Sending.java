package coderbased.client;

import coderbased.protocol.ChatClientMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Empties the {@link Outbox}, one message at a time: the next goes out only when the server answered the last, so that
 * one that has to be repeated on the next connection is never overtaken. Used on the client's own thread.
 */
final class Sending {

    private final Outbox outbox;
    private final Consumer<ChatClientMessage> line;
    private boolean open;
    private @Nullable String underWay;

    Sending(Outbox outbox, Consumer<ChatClientMessage> line) {
        this.outbox = outbox;
        this.line = line;
    }

    void add(Outbox.Entry entry) {
        outbox.add(entry);
        next();
    }

    /** The server has answered; what it answered, or null where it had before. */
    Outbox.@Nullable Entry answered(String clientMessageId) {
        Outbox.Entry entry = outbox.remove(clientMessageId);
        if (clientMessageId.equals(underWay)) {
            underWay = null;
        }
        next();
        return entry;
    }

    /** There is a connection that messages can go out on. */
    void resume() {
        open = true;
        next();
    }

    /** There is none; what was under way goes out again on the next. */
    void pause() {
        open = false;
        underWay = null;
    }

    private void next() {
        Outbox.Entry first = outbox.first();
        if (open && underWay == null && first != null) {
            underWay = first.name();
            line.accept(first.send());
        }
    }
}
