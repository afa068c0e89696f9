package coderbased.camera;

import coderbased.qr.picture.Frame;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the newest frame and no other: a newer one replaces it, whether anybody has looked or not. The pixels of a
 * frame that was replaced are spare as soon as nobody looks at it.
 *
 * <p>Thread-safe.
 */
final class LatestFrame {

    private final SparePixels spare = new SparePixels();
    private @Nullable Numbered newest;
    private long count;

    /** Replaces the newest frame. The caller no longer writes to the pixels of {@code frame}. */
    synchronized void put(Frame frame, boolean still) {
        if (newest != null) {
            newest.close();
        }
        newest = new Numbered(frame, ++count, still);
        notifyAll();
    }

    /** Returns the pixels that are free for the next frames. */
    SparePixels spare() {
        return spare;
    }

    /** Returns the number of frames so far. */
    synchronized long count() {
        return count;
    }

    /** Wakes everybody who waits, to look at something other than a frame. */
    synchronized void poke() {
        notifyAll();
    }

    /**
     * Returns the newest frame if its number is above {@code seen}; waits for one, and returns null at the limit. The
     * caller closes it after looking at it.
     */
    synchronized @Nullable Numbered after(long seen, Duration limit) throws InterruptedException {
        await(() -> count > seen, limit);
        if (newest == null || count <= seen) {
            return null;
        }
        newest.users++;
        return newest;
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

    /** A frame that is being looked at, and its number, counted from 1. */
    final class Numbered implements AutoCloseable {

        private final Frame frame;
        private final long number;
        private final boolean still;
        private int users = 1; // the place of the newest is one

        private Numbered(Frame frame, long number, boolean still) {
            this.frame = frame;
            this.number = number;
            this.still = still;
        }

        Frame frame() {
            return frame;
        }

        long number() {
            return number;
        }

        /** True if there will be no other. */
        boolean still() {
            return still;
        }

        /** Ends looking at it. */
        @Override
        public void close() {
            synchronized (LatestFrame.this) {
                if (--users == 0) {
                    spare.give(frame.pixels());
                }
            }
        }
    }
}
