package coderbased.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes to an SQLite file. If a transaction leaves it in a doubtful state, the next writer
 * gets a new one.
 *
 * <p>Thread-safe. SQLite has one writer at a time, so writers queue for a fair lock here, where waiting is cheap and in
 * order, instead of inside SQLite, where it is polling.
 */
final class SqliteWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);

    private final Jdbi jdbi;
    private final Boundaries boundaries = Boundaries.ofSqlite("BEGIN IMMEDIATE");
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Handle open;

    SqliteWriter(DataSource source) {
        jdbi = Database.jdbi(source);
    }

    /**
     * Runs one transaction, alone.
     *
     * @throws IllegalStateException if this thread is in the middle of one
     */
    <T> T run(Function<Handle, T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write must not begin another one");
        }
        turn.lock();
        try {
            Transaction transaction = new Transaction(handle(), boundaries);
            try {
                return transaction.run(work);
            } finally {
                if (!transaction.isClean()) {
                    discard();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Waits for the last transaction. */
    @Override
    public void close() {
        turn.lock();
        try {
            discard();
        } finally {
            turn.unlock();
        }
    }

    private Handle handle() {
        Handle handle = open;
        if (handle == null) {
            handle = jdbi.open();
            open = handle;
        }
        return handle;
    }

    /** Closing undoes what is not committed, whatever state the connection is in. */
    private void discard() {
        Handle doubtful = open;
        open = null;
        if (doubtful != null) {
            try {
                doubtful.close();
            } catch (JdbiException e) {
                LOG.warn("Could not close a connection to the database", e);
            }
        }
    }
}
