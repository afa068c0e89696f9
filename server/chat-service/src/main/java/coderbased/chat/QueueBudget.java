package coderbased.chat;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bound on the text that waits in memory for all connections of a node together.
 *
 * <p>Each connection has a {@link Share}. If all shares together exceed the bound, the connection with the largest
 * share is ended, and the next largest, until the rest fits: the slowest readers come back and resume. Thread-safe.
 * Ending a connection may take that connection's locks, so {@link #shrink} is called without the lock of any queue.
 */
final class QueueBudget {

    /**
     * A character has up to two bytes, so a full budget takes an eighth of the heap, and as much again while it is
     * sent.
     */
    private static final int HEAP_BYTES_PER_CHAR = 16;

    /** The cost of a text beside its characters, in characters. */
    private static final long OVERHEAD_CHARS = 48L;

    private final long maxChars;
    private final AtomicLong used = new AtomicLong();
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();

    /** @param maxChars the number of characters that may wait for all connections together */
    QueueBudget(long maxChars) {
        this.maxChars = maxChars;
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

    /** Ends connections, the one with the largest share first, until the others fit into the bound. */
    void shrink() {
        while (used.get() > maxChars) {
            Optional<Share> largest = largest();
            if (largest.isEmpty()) {
                return;
            }
            if (largest.get().close()) {
                largest.get().evict.run();
            }
        }
    }

    /** Returns the number of characters that wait now. */
    long used() {
        return used.get();
    }

    private Optional<Share> largest() {
        return shares.stream().max(Comparator.comparingLong(Share::chars));
    }

    /** The characters that wait for one connection, in either direction. */
    final class Share {

        private final Runnable evict;
        private long chars;
        private boolean closed;

        private Share(Runnable evict) {
            this.evict = evict;
        }

        /** Adds waiting characters. */
        synchronized void hold(long more) {
            if (!closed) {
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

        private synchronized long chars() {
            return chars;
        }
    }
}
