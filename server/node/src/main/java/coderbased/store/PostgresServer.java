package coderbased.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database and the ways to connect to it.
 *
 * @param answerSeconds the longest time in seconds that a statement of the serving connections may take; after it, the
 *     database counts as away
 * @param through lets a test stand between the stores and the driver
 */
public record PostgresServer(String url, int answerSeconds, UnaryOperator<DataSource> through) {

    private static final int READERS = 8;
    private static final int WRITERS = 4;
    private static final long CONNECT_MILLIS = 5_000;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 10;

    /** Removes the limit that is set for the database or its user. */
    static final String NO_LIMIT = "SET statement_timeout = 0";

    private static final String ON_DISK = "SET synchronous_commit = on";

    /** Connections for reading, and those for writing. */
    record Pools(HikariDataSource readers, HikariDataSource writers) {}

    public static PostgresServer at(String url) {
        return new PostgresServer(url, ANSWER_SECONDS, UnaryOperator.identity());
    }

    /** Returns the address without user and password, which may follow the question mark. */
    String name() {
        return url.split("\\?", 2)[0];
    }

    /** Opens connections for serving: a caller waits only for a short time. */
    Pools serving() {
        DataSource source = source(answerSeconds);
        return pools(readers(source), writers(source));
    }

    /** Opens connections for work that takes the longer the more data there is, such as counts. */
    Pools waiting() {
        DataSource source = patient();
        HikariConfig readers = readers(source);
        readers.setConnectionInitSql(NO_LIMIT);
        HikariConfig writers = writers(source);
        writers.setConnectionInitSql(ON_DISK + "; " + NO_LIMIT);
        return pools(readers, writers);
    }

    /** Returns connections that wait for an answer however long it takes. */
    DataSource patient() {
        return source(0);
    }

    /**
     * Checks that the database answers and takes writes.
     *
     * @throws IOException if it does not; the message says why
     */
    void requireAnswer() throws IOException {
        try (Connection connection = patient().getConnection();
                Statement statement = connection.createStatement();
                ResultSet readOnly = statement.executeQuery("SHOW transaction_read_only")) {
            readOnly.next();
            if (readOnly.getBoolean(1)) {
                throw new IOException("The database " + name() + " accepts no writes: it is a standby, or"
                        + " default_transaction_read_only is set for it or its user. Use the primary.");
            }
        } catch (SQLException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    IOException unusable(String reason, Exception cause) {
        return new IOException(
                "The database " + name() + " cannot be used: "
                        + reason.lines().findFirst().orElse("no reason given"),
                cause);
    }

    private static Pools pools(HikariConfig readers, HikariConfig writers) {
        HikariDataSource writing = new HikariDataSource(writers);
        try {
            return new Pools(new HikariDataSource(readers), writing);
        } catch (RuntimeException | Error e) {
            writing.close();
            throw e;
        }
    }

    /** All reads of one transaction see the same moment. */
    private static HikariConfig readers(DataSource source) {
        HikariConfig config = pool("database-readers", source, READERS);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    /** A write is on disk when the commit returns, whatever the database's own setting is. */
    private static HikariConfig writers(DataSource source) {
        HikariConfig config = pool("database-writers", source, WRITERS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(ON_DISK);
        return config;
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

    /** Settings in the URL win. */
    private DataSource source(int answerWithin) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!says(PGProperty.CONNECT_TIMEOUT)) {
            source.setConnectTimeout(CONNECT_SECONDS);
        }
        if (answerWithin == 0 || !says(PGProperty.SOCKET_TIMEOUT)) {
            source.setSocketTimeout(answerWithin);
        }
        source.setTcpKeepAlive(true);
        return through.apply(source);
    }

    private boolean says(PGProperty property) {
        Properties said = Driver.parseURL(url, null);
        return said != null && said.containsKey(property.getName());
    }
}
