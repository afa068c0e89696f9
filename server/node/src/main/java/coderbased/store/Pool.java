package coderbased.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions on pooled connections. A connection whose transaction did not begin or end properly is closed, and the
 * pool opens another. Thread-safe.
 */
final class Pool implements AutoCloseable {

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final Boundaries boundaries;

    Pool(HikariDataSource connections, Jdbi jdbi, Boundaries boundaries) {
        this.connections = connections;
        this.jdbi = jdbi;
        this.boundaries = boundaries;
    }

    /** Runs one transaction. */
    <T> T run(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            Transaction transaction = new Transaction(handle, boundaries);
            try {
                return transaction.run(work);
            } finally {
                if (!transaction.isClean()) {
                    connections.evictConnection(handle.getConnection());
                }
            }
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
