package coderbased.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writing side of a connection: one write at a time takes what waits, and no thread waits for the network. Nothing
 * is written before {@link #start}. Thread-safe.
 */
final class TextWriter {

    private static final Logger LOG = LoggerFactory.getLogger(TextWriter.class);

    /** Number of texts that go out in one write. */
    private static final int MOST_AT_ONCE = 64;

    private final Transport transport;
    private final TextQueue texts;
    private final Runnable whenOver;
    private final RepeatedTask writing = new RepeatedTask(RepeatedTask.thread("out"), this::write);

    /** True before the start, while the network takes texts, and after the last. */
    private volatile boolean sending = true;

    /**
     * Creates a writer that has not started.
     *
     * @param whenOver called once, when the texts are closed and all of them have left for the network
     */
    TextWriter(Transport transport, TextQueue texts, Runnable whenOver) {
        this.transport = transport;
        this.texts = texts;
        this.whenOver = whenOver;
    }

    void start() {
        sending = false;
        writing.wake();
    }

    /** Adds a text as {@link TextQueue#offer} does. */
    boolean offer(String text) {
        boolean taken = texts.offer(text);
        writing.wake();
        return taken;
    }

    /** Adds a text as {@link TextQueue#put} does. */
    boolean put(String text) throws InterruptedException {
        boolean taken = texts.put(text);
        writing.wake();
        return taken;
    }

    /** Ends after the texts that wait. */
    void close() {
        texts.close();
        writing.wake();
    }

    /** Drops the texts that wait, and ends after {@code last}. */
    void closeWith(@Nullable String last) {
        texts.closeWith(last);
        writing.wake();
    }

    private void write() {
        try {
            while (!sending) {
                List<String> next = texts.poll(MOST_AT_ONCE);
                if (next.isEmpty()) {
                    endIfOver();
                    return;
                }
                sending = true;
                transport.send(next, this::sent);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("Could not write to a connection; closing it", e);
            transport.cut();
        }
    }

    private void sent(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.debug("A connection ended during a write: {}", failure.getMessage());
            transport.cut();
        }
        sending = false;
        writing.wake();
    }

    private void endIfOver() {
        if (texts.isOver()) {
            sending = true;
            whenOver.run();
        }
    }
}
