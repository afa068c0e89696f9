package coderbased.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The ways to connect to a usable PostgreSQL database.
 *
 * <p>Settings belong to connections, or, where a pooler such as PgBouncer gives each transaction another connection, to
 * transactions.
 *
 * @param pooled true if a pooler stands between this server and the database
 */
record PostgresPools(PostgresServer server, boolean pooled) {

    private static final int READERS = 8;
    private static final int WRITERS = 4;

    /** The most connections that one node opens. */
    static final int CONNECTIONS = READERS + WRITERS;

    private static final long CONNECT_MILLIS = 5_000;

    /** All reads of one transaction see the same moment. */
    private static final String READ = "REPEATABLE READ";

    private static final String WRITE = "READ COMMITTED";

    /** A write is on disk when the commit returns, whatever the database's own setting is. */
    private static final String ON_DISK = "synchronous_commit = on";

    /** Removes the limit that is set for the database or its user. */
    static final String NO_LIMIT = "statement_timeout = 0";

    /** Connections for reading, and those for writing. */
    record Pools(Connections readers, Connections writers) {}

    /** Connections and the way in which their transactions begin. */
    record Connections(HikariDataSource source, Boundaries boundaries) {}

    /** Opens connections for serving: a caller waits only for a short time. */
    Pools serving() {
        return open(server.source(server.answerSeconds(), pooled), "");
    }

    /** Opens connections for work that takes the longer the more data there is, such as counts. */
    Pools waiting() {
        return open(patient(), NO_LIMIT);
    }

    /** Returns connections that wait for an answer however long it takes. */
    DataSource patient() {
        return server.source(0, pooled);
    }

    private Pools open(DataSource source, String setting) {
        HikariConfig writes = pool("database-writers", source, WRITERS);
        HikariConfig reads = pool("database-readers", source, READERS);
        reads.setReadOnly(true);
        Connections writers = open(writes, WRITE, ON_DISK, setting);
        try {
            return new Pools(open(reads, READ, setting), writers);
        } catch (RuntimeException | Error e) {
            writers.source().close();
            throw e;
        }
    }

    private Connections open(HikariConfig config, String isolation, String... settings) {
        if (pooled) {
            String first = "SET TRANSACTION ISOLATION LEVEL " + isolation + all("; SET LOCAL ", settings);
            return new Connections(new HikariDataSource(config), Boundaries.ofDriver(first));
        }
        config.setTransactionIsolation("TRANSACTION_" + isolation.replace(' ', '_'));
        String once = all("; SET ", settings);
        config.setConnectionInitSql(once.isEmpty() ? null : once.substring(2));
        return new Connections(new HikariDataSource(config), Boundaries.ofDriver(""));
    }

    private static String all(String command, String... settings) {
        StringBuilder all = new StringBuilder();
        for (String setting : settings) {
            all.append(setting.isEmpty() ? "" : command + setting);
        }
        return all.toString();
    }

    private static HikariConfig pool(String name, DataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setAutoCommit(false);
        // In a transaction of its own: otherwise the setting would go with the first rollback.
        config.setIsolateInternalQueries(true);
        return config;
    }
}
