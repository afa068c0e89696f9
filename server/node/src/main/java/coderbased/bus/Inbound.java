package coderbased.bus;

import coderbased.outage.Outage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that came over the bus, handled in the order of their arrival, on a thread of their own. Handlers read the
 * database; on the network thread, every answer of Redis would have to wait for them. Bounded: a message without room
 * is lost, as it is while Redis is away. Thread-safe.
 */
final class Inbound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final int MAX_MESSAGES = 50_000;
    private static final long MAX_CHARS = 64L * 1024 * 1024;

    private final long maxChars;
    private final AtomicLong chars = new AtomicLong();
    private final ThreadPoolExecutor thread;

    /** Creates a queue with a node's standard bounds. */
    Inbound() {
        this(MAX_MESSAGES, MAX_CHARS);
    }

    /**
     * Creates an empty queue.
     *
     * @param maxMessages the messages that wait at most, beside the one that is being handled
     * @param maxChars the characters of all waiting messages together
     */
    Inbound(int maxMessages, long maxChars) {
        this.maxChars = maxChars;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(maxMessages),
                Thread.ofPlatform().daemon().name("bus-inbound").factory());
    }

    /** Takes a message; false if there is no room and the message is lost. Never blocks. */
    boolean take(String text, Iterable<Consumer<String>> listeners) {
        if (chars.addAndGet(text.length()) > maxChars) {
            chars.addAndGet(-text.length());
            return false;
        }
        try {
            thread.execute(() -> handle(text, listeners));
            return true;
        } catch (RejectedExecutionException _) {
            chars.addAndGet(-text.length());
            return thread.isShutdown();
        }
    }

    /** Closes; does not wait for the message that is being handled. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void handle(String text, Iterable<Consumer<String>> listeners) {
        chars.addAndGet(-text.length());
        for (Consumer<String> listener : listeners) {
            try {
                listener.accept(text);
            } catch (RuntimeException | Error e) {
                if (!Outage.isLogged(e)) {
                    LOG.error("Could not handle a message from another node", e);
                }
            }
        }
    }
}
