package coderbased.bus;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The pulse of a bus: a node sends a number to itself at intervals. The number goes the whole way there and back, so it
 * also shows a bus that is connected and does not answer.
 *
 * <p>Thread-safe. Times are those of {@link System#nanoTime}.
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
     * Creates a pulse without a beat so far.
     *
     * @param late the time without a beat after which the bus counts as broken
     * @param whenBack called each time the bus begins to carry; must return quickly
     */
    Pulse(Duration late, Runnable whenBack) {
        this.late = late;
        this.whenBack = whenBack;
    }

    /** Returns the next number to send. */
    synchronized long next() {
        return ++last;
    }

    /** Records that messages of others may not arrive: numbers sent from now on do not count until {@link #begin}. */
    synchronized void broken() {
        carries = false;
        counts = NEVER;
    }

    /** Records that all messages of others arrive from now on. */
    synchronized void begin() {
        counts = last + 1;
    }

    /** Records that a message may have been lost. */
    synchronized void doubted() {
        carries = false;
    }

    /** Records a number that came back. */
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

    /** Returns a future that completes when the bus carries for the first time. */
    CompletableFuture<Void> first() {
        return first;
    }
}
