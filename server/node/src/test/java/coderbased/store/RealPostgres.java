package coderbased.store;

import coderbased.testing.Deadlines;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A real PostgreSQL, started once for all tests of a run. Each who asks gets a database of their own.
 *
 * <p>Where it cannot start, for example as root where user namespaces are barred, whoever asks is skipped with that
 * reason.
 */
public final class RealPostgres {

    private static final String EMPTY = """
            TRUNCATE account_use, account_words, accounts, conversations, deeds, files, group_invitations,
                history_starts, invitation_lists, invitation_use, left_copies, link_history, members, message_words,
                messages, revocations, sessions, uploads;
            UPDATE revocation_head SET sequence = 0;
            """;

    /** A busy machine takes its time. */
    static final Duration STARTUP_TIMEOUT = Deadlines.of(Duration.ofMinutes(2));

    private static final AtomicInteger MADE = new AtomicInteger();

    private RealPostgres() {}

    /** The URL of a database with nothing in it, not even tables. */
    public static String newDatabase() {
        String name = "test" + MADE.incrementAndGet();
        EmbeddedPostgres server = Started.server();
        try {
            run(server.getPostgresDatabase().getConnection(), "CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Deletes every row. */
    public static void empty(Database database) {
        database.write(handle -> {
            handle.createScript(EMPTY).execute();
            return handle;
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The server, or why there is none. */
    private record Started(
            @Nullable EmbeddedPostgres running, @Nullable Throwable why) {

        private static final Started ONCE = start();

        static EmbeddedPostgres server() {
            EmbeddedPostgres running = ONCE.running();
            if (running == null) {
                throw new TestAbortedException("PostgreSQL cannot start here: " + ONCE.why(), ONCE.why());
            }
            return running;
        }

        /** Starts a server without fsync: these tests need not survive a power cut. */
        private static Started start() {
            try {
                return new Started(
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "off")
                                .setPGStartupWait(STARTUP_TIMEOUT)
                                .start(),
                        null);
            } catch (IOException | RuntimeException | LinkageError e) {
                return new Started(null, e);
            }
        }
    }
}
