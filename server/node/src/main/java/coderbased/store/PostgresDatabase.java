package coderbased.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.postgresql.PGProperty;

/**
 * PostgreSQL, which any number of nodes share.
 *
 * <p>Thread-safe. Several writers work at once, here and on other nodes; where two are in each other's way, or make the same
 * thing at the same time, the database refuses one of them, and that one is done anew.
 */
final class PostgresDatabase extends Database {

    private static final int READERS = 8;
    private static final int WRITERS = 4;
    private static final int ATTEMPTS = 5;
    private static final long CONNECT_MILLIS = 5_000;
    private static final String ANSWER_SECONDS = "10";

    /** Not in an order that could be (40001), waiting for one another (40P01), made meanwhile by another (23505). */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "23505");

    private final Pool readers;
    private final Pool writers;

    private PostgresDatabase(HikariDataSource readers, HikariDataSource writers) {
        super(new PostgresDialect());
        this.readers = new Pool(readers, jdbi(readers), Boundaries.ofDriver());
        this.writers = new Pool(writers, jdbi(writers), Boundaries.ofDriver());
    }

    /** As {@link Database#connect} says. */
    static PostgresDatabase connectTo(String url) throws IOException {
        PostgresDatabase database = openTo(url);
        try {
            if (Move.finished(database).orElse(true)) {
                return database;
            }
        } catch (RuntimeException e) {
            database.close();
            throw new IOException("The database " + withoutPassword(url) + " can not be used: " + firstLine(e), e);
        }
        database.close();
        throw new IOException("Into the database " + withoutPassword(url)
                + " another one is being moved, and not all of it is there. Let migrate-to finish first.");
    }

    /** Also one into which another is being moved. */
    static PostgresDatabase openTo(String url) throws IOException {
        HikariDataSource writers = null;
        try {
            writers = writers(url);
            Schema.update(writers, "postgresql");
            PostgresDatabase database = new PostgresDatabase(readers(url), writers);
            new Repair(database).run();
            return database;
        } catch (RuntimeException unusable) {
            if (writers != null) {
                writers.close();
            }
            throw new IOException(
                    "The database " + withoutPassword(url) + " can not be used: " + firstLine(unusable), unusable);
        }
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return readers.run(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return writers.run(work);
            } catch (RuntimeException refused) {
                if (!isInTheWay(refused)) {
                    throw refused;
                }
            }
        }
        return writers.run(work);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static boolean isInTheWay(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && IN_THE_WAY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** What is read together is of one moment. */
    private static HikariDataSource readers(String url) {
        HikariConfig config = pool("database-readers", url, READERS);
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    /** What was written is on disk when the commit returns, whatever the database's own setting says. */
    private static HikariDataSource writers(String url) {
        HikariConfig config = pool("database-writers", url, WRITERS);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql("SET synchronous_commit = on");
        // In a transaction of its own: the setting would go with the first one that is undone.
        config.setIsolateInternalQueries(true);
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(String name, String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.addDataSourceProperty(PGProperty.CONNECT_TIMEOUT.getName(), "5");
        config.addDataSourceProperty(PGProperty.SOCKET_TIMEOUT.getName(), ANSWER_SECONDS);
        config.addDataSourceProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
        return config;
    }

    private static Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).registerArgument(new Text());
    }

    /** The password may stand behind the question mark. */
    private static String withoutPassword(String url) {
        return url.split("\\?", 2)[0];
    }

    private static String firstLine(RuntimeException unusable) {
        Throwable cause =
                unusable instanceof FlywayException || unusable.getCause() == null ? unusable : unusable.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Text as the engine can hold it. */
    private static final class Text extends AbstractArgumentFactory<String> {

        private final Dialect dialect = new PostgresDialect();

        Text() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, dialect.text(value));
        }
    }
}
