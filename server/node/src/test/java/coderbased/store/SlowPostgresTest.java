package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.chat.ChatWrite;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.copy.DatabaseCopy;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL takes longer over a large table than a person would wait for an answer. */
final class SlowPostgresTest {

    private static final int ANSWER_SECONDS = 3;

    /** Longer than that. */
    private static final String SLOW = "pg_sleep(4.5)";

    /** Each new sequence takes long; the migrations make one. */
    private static final List<String> SLOW_MIGRATION = List.of(
            "CREATE SCHEMA elsewhere",
            "CREATE FUNCTION elsewhere.slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM " + SLOW
                    + "; END $$",
            "CREATE EVENT TRIGGER slow ON ddl_command_start WHEN TAG IN ('CREATE SEQUENCE') EXECUTE FUNCTION"
                    + " elsewhere.slow()");

    @TempDir
    private Path folder;

    private final String url = RealPostgres.newDatabase();
    private final PostgresServer server = new PostgresServer(url, ANSWER_SECONDS, UnaryOperator.identity());

    @Test
    void aMigrationMayTakeLong() throws Exception {
        run(SLOW_MIGRATION);
        try (Database database = PostgresDatabase.connectTo(server)) {
            new SqlChatStore(database).commit(List.of(new ChatWrite.OpenDirect("c1", "ada", "bob")), Instant.EPOCH);
        }
    }

    @Test
    void aMigrationIgnoresTheLimitsOfTheDatabaseUser() throws Exception {
        run(SLOW_MIGRATION);
        limitStatements();
        PostgresDatabase.connectTo(server).close();
    }

    @Test
    void aServingStatementTimesOut() throws Exception {
        try (Database database = PostgresDatabase.connectTo(server)) {
            assertThrows(JdbiException.class, () -> database.read(handle -> handle.execute("SELECT " + SLOW)));
        }
    }

    @Test
    void theCountsOfACopyMayTakeLong() throws Exception {
        Path file = folder.resolve("chat.db");
        Databases.open(file).close();
        limitStatements();
        try (DatabaseCopy move = DatabaseCopy.between(file, server, "move");
                Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            other.setAutoCommit(false);
            // A table that is counted; nothing is copied into it.
            statement.execute("LOCK TABLE deeds IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<List<DatabaseCopy.Counted>> counted =
                    CompletableFuture.supplyAsync(() -> unchecked(move));
            Eventually.holds("a statement of the copy waits for long", this::hasWaitedLongEnough);
            other.rollback();
            assertEquals(
                    CopiedTables.IN_ORDER.size() + 1,
                    counted.get(Deadlines.seconds(60), TimeUnit.SECONDS).size());
        }
    }

    private static List<DatabaseCopy.Counted> unchecked(DatabaseCopy move) {
        try {
            return move.run((table, rows, of) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if some statement has waited for a lock for longer than a served one may take. */
    private boolean hasWaitedLongEnough() throws Exception {
        try (Connection watching = DriverManager.getConnection(url);
                Statement statement = watching.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'
                            AND datname = current_database() AND clock_timestamp() - query_start > interval '3500 ms'
                        """)) {
            found.next();
            return found.getInt(1) > 0;
        }
    }

    private void limitStatements() throws Exception {
        String name = url.replaceAll(".*/(test\\d+).*", "$1");
        for (String limit : List.of("statement", "idle_session", "idle_in_transaction_session")) {
            run(List.of("ALTER DATABASE " + name + " SET " + limit + "_timeout = 3000"));
        }
    }

    private void run(List<String> statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
