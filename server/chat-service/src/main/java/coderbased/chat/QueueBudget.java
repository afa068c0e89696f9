package coderbased.chat;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bound on the text that waits in memory for all connections of a node together.
 *
 * <p>Each connection has a {@link Share}. Where all of them together exceed the bound, the connection with the largest share is
 * ended, and the next largest, until the rest fits: whoever reads most slowly comes back and resumes. Thread-safe. Ending a
 * connection may take that connection's locks, so {@link #shrink} is called under no lock of a queue.
 */
final class QueueBudget {

    /** A character has up to two bytes, so a full budget takes an eighth of the heap, and as much again while it is sent. */
    private static final int HEAP_BYTES_PER_CHAR = 16;

    /** What a text costs beside its characters, in characters. */
    private static final long OVERHEAD_CHARS = 48L;

    private final long maxChars;
    private final AtomicLong used = new AtomicLong();
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();

    /** @param maxChars how many characters may wait for all connections together */
    QueueBudget(long maxChars) {
        this.maxChars = maxChars;
    }

    /** Returns the budget of a node with that many bytes of heap. */
    static QueueBudget ofHeap(long bytes) {
        return new QueueBudget(bytes / HEAP_BYTES_PER_CHAR);
    }

    /** Returns what a text costs, in characters. */
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

    /** Returns how many characters wait now. */
    long used() {
        return used.get();
    }

    private Optional<Share> largest() {
        return shares.stream().max(Comparator.comparingLong(Share::chars));
    }

    /** Characters that wait for one connection, in either direction. */
    final class Share {

        private final Runnable evict;
        private long chars;
        private boolean closed;

        private Share(Runnable evict) {
            this.evict = evict;
        }

        /** So many more characters wait. */
        synchronized void hold(long more) {
            if (!closed) {
                chars += more;
                used.addAndGet(more);
            }
        }

        /** So many of them are gone. */
        synchronized void release(long fewer) {
            hold(-fewer);
        }

        /** True if less than half of the budget is in use: what can wait elsewhere waits there otherwise. */
        boolean isAmple() {
            return used.get() <= maxChars / 2;
        }

        /** Ends connections until all of them fit into the bound, perhaps this one. */
        void shrink() {
            QueueBudget.this.shrink();
        }

        /** The connection ends, and all that waits for it is dropped; true for the first call. */
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
