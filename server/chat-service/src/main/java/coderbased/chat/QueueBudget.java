package coderbased.chat;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Bound on the text that waits in memory for all connections of a node together.
 *
 * <p>Each connection has a {@link Share}. If all shares together exceed the bound, the slowest reader is ended, and the
 * next slowest, until the rest fits: they come back and resume. The slowest has the largest share, and a share grows in
 * weight for some seconds in which it is never empty: otherwise many who always leave a little unread would end a
 * device that resumes and reads quickly.
 *
 * <p>Thread-safe. Ending a connection may take that connection's locks, so {@link #shrink} is called without the lock
 * of any queue.
 */
final class QueueBudget {

    /**
     * A character has up to two bytes, so a full budget takes an eighth of the heap, and as much again while it is
     * sent.
     */
    private static final int HEAP_BYTES_PER_CHAR = 16;

    /** The cost of a text beside its characters, in characters. */
    private static final long OVERHEAD_CHARS = 48L;

    /** Time in which a share that is never empty grows in weight. */
    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final long maxChars;
    private final LongSupplier nanos;
    private final AtomicLong used = new AtomicLong();
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();

    /** @param maxChars the number of characters that may wait for all connections together */
    QueueBudget(long maxChars) {
        this(maxChars, System::nanoTime);
    }

    /**
     * @param maxChars the number of characters that may wait for all connections together
     * @param nanos a clock that only goes forward
     */
    QueueBudget(long maxChars, LongSupplier nanos) {
        this.maxChars = maxChars;
        this.nanos = nanos;
    }

    /** Returns the budget of a node with that many bytes of heap. */
    static QueueBudget ofHeap(long bytes) {
        return new QueueBudget(bytes / HEAP_BYTES_PER_CHAR);
    }

    /** Returns the cost of a text, in characters. */
    static long cost(String text) {
        return OVERHEAD_CHARS + text.length();
    }

    /** Opens a connection's share. {@code evict} ends the connection; it returns at once and waits for nobody. */
    Share open(Runnable evict) {
        Share share = new Share(evict);
        shares.add(share);
        return share;
    }

    /** Ends connections, the slowest reader first, until the others fit into the bound. */
    void shrink() {
        while (used.get() > maxChars) {
            Optional<Share> slowest = slowest();
            if (slowest.isEmpty()) {
                return;
            }
            if (slowest.get().close()) {
                slowest.get().evict.run();
            }
        }
    }

    /** Returns the number of characters that wait now. */
    long used() {
        return used.get();
    }

    private Optional<Share> slowest() {
        long now = nanos.getAsLong();
        return shares.stream().max(Comparator.comparingDouble(share -> share.weight(now)));
    }

    /** The characters that wait for one connection, in either direction. */
    final class Share {

        private final Runnable evict;
        private long chars;

        /** Time at which it was empty last, in nanoseconds. */
        private long since;

        private boolean closed;

        private Share(Runnable evict) {
            this.evict = evict;
        }

        /** Adds waiting characters. */
        synchronized void hold(long more) {
            if (!closed) {
                if (chars == 0) {
                    since = nanos.getAsLong();
                }
                chars += more;
                used.addAndGet(more);
            }
        }

        /** Removes waiting characters. */
        synchronized void release(long fewer) {
            hold(-fewer);
        }

        /** True if less than half of the budget is in use; otherwise, what can wait elsewhere waits there. */
        boolean isAmple() {
            return used.get() <= maxChars / 2;
        }

        /** Ends connections until all of them fit into the bound, perhaps this one. */
        void shrink() {
            QueueBudget.this.shrink();
        }

        /** Ends the share: all that waits for the connection is dropped. True for the first call. */
        boolean close() {
            synchronized (this) {
                if (closed) {
                    return false;
                }
                hold(-chars);
                closed = true;
            }
            shares.remove(this);
            return true;
        }

        private synchronized double weight(long now) {
            double age = Math.clamp(now - since, 0, MAX_AGE.toNanos());
            return chars * (1 + age / Duration.ofSeconds(1).toNanos());
        }
    }
}
