package coderbased.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The answer to whether a database takes writes, however often it is asked: it tries one at intervals.
 *
 * <p>Thread-safe. At most one caller waits for the database; the others get the last result.
 */
public final class WriteProbe {

    private static final long FRESH_NANOS = 2_000_000_000L;
    private static final long PROMPT_NANOS = 1_000_000_000L;

    private final Database database;
    private final LongSupplier nanos;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile boolean takesWrites = true;
    private volatile long begun;
    private volatile boolean writing;
    private volatile long ended;

    /**
     * Creates a probe of an open database.
     *
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     */
    public WriteProbe(Database database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        ended = nanos.getAsLong() - FRESH_NANOS;
    }

    /** True if a write now is stored; false as well while a write takes longer than a second. */
    public boolean takesWrites() {
        if (database.lost().isPresent()) {
            return false;
        }
        if (nanos.getAsLong() - ended < FRESH_NANOS) {
            return takesWrites;
        }
        if (!trying.tryLock()) {
            return takesWrites && !takesLong();
        }
        try {
            begin();
            takesWrites = database.takesWrites();
            ended = nanos.getAsLong();
            return takesWrites;
        } finally {
            writing = false;
            trying.unlock();
        }
    }

    /** True if a caller waits for the database now. */
    boolean isTrying() {
        return writing;
    }

    private void begin() {
        begun = nanos.getAsLong();
        writing = true;
    }

    /** True if the write that is being tried began too long ago; false if it is only about to begin. */
    private boolean takesLong() {
        return writing && nanos.getAsLong() - begun >= PROMPT_NANOS;
    }
}
