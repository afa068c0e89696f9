package coderbased.bus;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Whether a bus carries: a node says a number to itself now and then, and hears it. That goes the whole way there and back, so
 * it also tells of a bus that is connected and does not answer.
 *
 * <p>Thread-safe. Moments are of {@link System#nanoTime}.
 */
final class Pulse {

    private static final long NEVER = Long.MAX_VALUE;

    private final Duration late;
    private final Runnable whenBack;
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private long last;
    private long counts = NEVER;
    private long heardAt;
    private boolean carries;

    /**
     * A pulse that has not been felt yet.
     *
     * @param late without one for so long, the bus does not carry
     * @param whenBack called with each beginning of a time in which it does; must return quickly
     */
    Pulse(Duration late, Runnable whenBack) {
        this.late = late;
        this.whenBack = whenBack;
    }

    /** The number to say next. */
    synchronized long next() {
        return ++last;
    }

    /** Not everything that others say is heard: what is said from now on does not count, until it {@link #begin begins}. */
    synchronized void broken() {
        carries = false;
        counts = NEVER;
    }

    /** Everything that others say from now on is heard. */
    synchronized void begin() {
        counts = last + 1;
    }

    /** Something that was said got lost, maybe. */
    synchronized void doubted() {
        carries = false;
    }

    /** A number came back. */
    void heard(long number, long now) {
        synchronized (this) {
            if (number < counts) {
                return;
            }
            boolean goesOn = carries(now);
            heardAt = now;
            carries = true;
            if (goesOn) {
                return;
            }
        }
        first.complete(null);
        whenBack.run();
    }

    synchronized boolean carries(long now) {
        return carries && now - heardAt < late.toNanos();
    }

    /** Done once it carried for the first time. */
    CompletableFuture<Void> first() {
        return first;
    }
}
