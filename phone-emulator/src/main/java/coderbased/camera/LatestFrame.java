package coderbased.camera;

import coderbased.qr.picture.Frame;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the newest frame and no other: a newer one replaces it, whether anybody has looked or not.
 *
 * <p>Thread-safe.
 */
final class LatestFrame {

    /** A frame and its number, counted from 1. {@code still}: there will be no other. */
    record Numbered(Frame frame, long number, boolean still) {}

    private @Nullable Numbered newest;
    private long count;

    synchronized void put(Frame frame, boolean still) {
        newest = new Numbered(frame, ++count, still);
        notifyAll();
    }

    /** Returns the number of frames so far. */
    synchronized long count() {
        return count;
    }

    /** Wakes everybody who waits, to look at something other than a frame. */
    synchronized void poke() {
        notifyAll();
    }

    /** Returns the newest frame if its number is above {@code seen}; waits for one, and returns null at the limit. */
    synchronized @Nullable Numbered after(long seen, Duration limit) throws InterruptedException {
        await(() -> count > seen, limit);
        return count > seen ? newest : null;
    }

    /** Waits until the condition holds, or the limit has passed; it is looked at after each frame and each poke. */
    synchronized boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }
}
