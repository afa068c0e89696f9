package coderbased.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.Dialect;
import coderbased.store.PostgresDialect;
import coderbased.store.RealPostgres;
import coderbased.store.SqliteDialect;
import coderbased.store.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** A typing frame and a watch cost the same however much somebody wrote: the newest message is read by its index. */
final class WriterPlansTest {

    private static final String INDEX = "messages_newest_of_sender";
    private static final int OLD = 2_000;
    private static final int LATE = 20;
    private static final int COUNTED_STEPS = 10;

    @TempDir
    private Path folder;

    @Test
    void sqliteReadsTheNewestMessageWithAnIndex() throws Exception {
        try (Database database = Databases.open(folder.resolve("chat.db"))) {
            readsByTheIndex(database, new SqliteDialect(), new Explainer("EXPLAIN QUERY PLAN ", 4));
        }
    }

    @Test
    void postgresReadsTheNewestMessageWithAnIndex() throws Exception {
        try (Database database = Databases.connect(RealPostgres.newDatabase())) {
            readsByTheIndex(database, new PostgresDialect(), new Explainer("EXPLAIN ", 1));
        }
    }

    @Test
    void sqliteDoesNotReadOldMessages() throws Exception {
        try (Database database = Databases.open(folder.resolve("chat.db"))) {
            database.write(handle -> {
                fill(handle);
                try {
                    int steps = steps(handle.getConnection().unwrap(SQLiteConnection.class));
                    assertTrue(steps > 0 && steps < OLD, steps + " steps");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
                return handle;
            });
        }
    }

    /**
     * Counts the instructions of the database's virtual machine, except for less than {@link #COUNTED_STEPS} at a time.
     */
    private static int steps(Connection connection) throws SQLException {
        AtomicInteger steps = new AtomicInteger();
        ProgressHandler.setHandler(connection, COUNTED_STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                steps.addAndGet(COUNTED_STEPS);
                return 0;
            }
        });
        try {
            ask(connection, new SqliteDialect());
        } finally {
            ProgressHandler.clearHandler(connection);
        }
        return steps.get();
    }

    private static void readsByTheIndex(Database database, Dialect dialect, Explainer explainer) {
        database.write(handle -> {
            fill(handle);
            try {
                SqlRecorder recorder = new SqlRecorder();
                ask(recorder.around(handle.getConnection()), dialect);
                List<String> ofMessages = recorder.statements().stream()
                        .filter(sql -> sql.contains("messages"))
                        .toList();
                assertEquals(2, ofMessages.size(), "one statement asks once for all readers, one for a writer");
                explainer.usesIndex(handle, ofMessages);
                handle.execute("ANALYZE");
                explainer.usesIndex(handle, ofMessages);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return handle;
        });
    }

    private static void ask(Connection connection, Dialect dialect) throws SQLException {
        try (Statements statements = new Statements(connection, dialect)) {
            ChatQueries queries = new ChatQueries(statements);
            assertEquals(Set.of("early"), queries.readersOf("g", "writer"));
            assertEquals(Set.of(), queries.writersTo("late1", Set.of("writer")));
            assertEquals(Set.of("writer"), queries.writersTo("early", Set.of("writer", "late1")));
        }
    }

    /** Somebody wrote much, then somebody else; others came in after that. */
    private static void fill(Handle handle) {
        handle.execute(
                "INSERT INTO conversations (id, name, created_at, last_seq, last_rev) VALUES ('g', 'G', 0, ?, ?)",
                2 * OLD,
                2 * OLD);
        join(handle, "writer", 1);
        join(handle, "early", 1);
        for (int i = 0; i < LATE; i++) {
            join(handle, "late" + i, OLD + 1);
        }
        say(handle, "writer", 1, OLD);
        say(handle, "early", OLD + 1, 2 * OLD);
    }

    private static void join(Handle handle, String account, long firstSeq) {
        handle.execute("""
                INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq, read_seq)
                VALUES ('g', ?, FALSE, 0, ?, 0, 0)
                """, account, firstSeq);
    }

    private static void say(Handle handle, String sender, int from, int to) {
        handle.execute("""
                WITH RECURSIVE n(i) AS (SELECT CAST(? AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                INSERT INTO messages (id, conversation_id, seq, rev, sender_id, client_id, sent_at, body, forwarded)
                SELECT i, 'g', i, i, ?, CAST(i AS TEXT), 0, '{"type":"text","text":"words"}', FALSE FROM n
                """, from, to, sender);
    }

    /** Asks for plans; a step stands in that column of the answer. */
    private record Explainer(String prefix, int column) {

        void usesIndex(Handle handle, List<String> statements) throws SQLException {
            for (String sql : statements) {
                String plan = plan(handle.getConnection(), prefix + sql);
                assertTrue(plan.contains(INDEX), plan);
            }
        }

        private String plan(Connection connection, String sql) throws SQLException {
            List<String> plan = new ArrayList<>();
            try (PreparedStatement explain = connection.prepareStatement(sql)) {
                for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                    explain.setString(i, "writer");
                }
                try (ResultSet step = explain.executeQuery()) {
                    while (step.next()) {
                        plan.add(step.getString(column));
                    }
                }
            }
            return String.join("\n", plan);
        }
    }
}
