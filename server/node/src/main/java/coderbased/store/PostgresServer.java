package coderbased.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The address of a PostgreSQL database.
 *
 * @param answerSeconds the longest time in seconds that a statement of the serving connections may take; after it, the
 *     database counts as away
 * @param through lets a test stand between the stores and the driver
 */
public record PostgresServer(String url, int answerSeconds, UnaryOperator<DataSource> through) {

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 10;

    /** Removes the limits for idle connections, which an update of the schema would exceed. */
    private static final String NO_IDLE_LIMITS = "-c idle_session_timeout=0 -c idle_in_transaction_session_timeout=0 ";

    /** The driver's own log, held here so that its level stays: whatever it logs is thrown, too. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    static {
        DRIVER_LOG.setLevel(Level.OFF);
    }

    public static PostgresServer at(String url) {
        return new PostgresServer(url, ANSWER_SECONDS, UnaryOperator.identity());
    }

    /** Returns the address without user and password, which may follow the question mark. */
    String name() {
        return url.split("\\?", 2)[0].replaceFirst("//.*@", "//");
    }

    /**
     * Checks that a server can use the database; changes nothing.
     *
     * @return how transactions must begin there
     * @throws IOException if it cannot; the message says why and what to do
     */
    PostgresPools requireUsable() throws IOException {
        if (!url.startsWith(name())) {
            throw unusable(
                    "user and password cannot stand before its host. Write ?user=…&password=… behind its name"
                            + " in --database.",
                    null);
        }
        try (Connection connection = driver(0, true).getConnection()) {
            PostgresFacts facts = PostgresFacts.of(connection);
            Optional<String> objection = facts.objection(said(PGProperty.CURRENT_SCHEMA));
            if (objection.isPresent()) {
                throw unusable(objection.get(), null);
            }
            return new PostgresPools(this, facts.isPooled());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Returns what to throw if the database cannot be used because of that failure. */
    IOException unusable(Exception e) {
        return unusable(PostgresCause.of(e), e);
    }

    private IOException unusable(String reason, @Nullable Exception cause) {
        return new IOException("The database " + name() + " cannot be used: " + reason, cause);
    }

    /**
     * Returns connections. Settings in the URL win, except that a pooler between this server and the database has to
     * forward statements that are prepared anew each time: the next one may reach another connection.
     *
     * @param answerWithin seconds; 0 to wait for an answer however long it takes
     */
    DataSource source(int answerWithin, boolean pooled) {
        return through.apply(driver(answerWithin, pooled));
    }

    private DataSource driver(int answerWithin, boolean pooled) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (said(PGProperty.CONNECT_TIMEOUT) == null) {
            source.setConnectTimeout(CONNECT_SECONDS);
        }
        if (answerWithin == 0 || said(PGProperty.SOCKET_TIMEOUT) == null) {
            source.setSocketTimeout(answerWithin);
        }
        if (pooled) {
            source.setPrepareThreshold(0);
        } else if (answerWithin == 0) {
            source.setOptions(NO_IDLE_LIMITS + Objects.requireNonNullElse(said(PGProperty.OPTIONS), ""));
        }
        source.setTcpKeepAlive(true);
        return source;
    }

    private @Nullable String said(PGProperty property) {
        Properties said = Driver.parseURL(url, null);
        return said == null ? null : said.getProperty(property.getName());
    }
}
