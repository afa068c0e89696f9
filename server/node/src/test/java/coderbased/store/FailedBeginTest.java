package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatStore.StoreUnavailable;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.protocol.Body;
import coderbased.store.chat.SqlChatStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program holds SQLite's write lock for longer than a write waits. */
final class FailedBeginTest {

    private static final int BUSY_MILLIS = 20;

    @TempDir
    private Path folder;

    private Database database;
    private SqlChatStore store;
    private Connection other;

    @BeforeEach
    void adaAndBobTalk() throws Exception {
        Path file = folder.resolve("chat.db");
        database = SqliteDatabase.openFile(new SqliteFile(file, BUSY_MILLIS, UnaryOperator.identity()));
        store = new SqlChatStore(database);
        store.commit(List.of(new ChatWrite.OpenDirect("c1", "ada", "bob")), Instant.EPOCH);
        other = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterEach
    void close() throws Exception {
        other.close();
        database.close();
    }

    @Test
    void laterFailingWritesAreRolledBack() throws SQLException {
        failToBegin();

        assertThrows(
                IllegalStateException.class,
                () -> database.write(handle -> {
                    handle.execute("UPDATE conversations SET last_seq = 7");
                    throw new IllegalStateException("in the middle");
                }));

        assertEquals(0, lastSeq());
        said("m1", 1);
    }

    @Test
    void laterWritesAreInvisibleUntilTheCommit() throws SQLException {
        failToBegin();

        database.write(handle -> {
            handle.execute("UPDATE conversations SET last_seq = 7");
            assertEquals(0, lastSeq());
            return handle.execute("UPDATE conversations SET last_seq = 0");
        });
    }

    @Test
    void aMessageIsStoredOnceAfterTheLockIsReleased() throws SQLException {
        for (int i = 1; i <= 3; i++) {
            failToBegin();
            said("m" + i, i);
        }
    }

    @Test
    void aNestedWriteIsRefusedAndTheOuterOneSucceeds() {
        database.write(handle -> {
            assertThrows(
                    IllegalStateException.class, () -> database.write(inner -> inner.execute("DELETE FROM members")));
            return handle.execute("UPDATE members SET draft = 'kept'");
        });
        assertEquals(
                2, (int) database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM members WHERE draft = 'kept'")
                        .mapTo(Integer.class)
                        .one()));
    }

    /**
     * A transaction that somebody left open on the connection is undone, and the next write has a connection of its
     * own.
     */
    @Test
    void aConnectionWithAnOpenTransactionIsNotUsed() {
        database.write(handle -> {
            handle.execute("COMMIT");
            handle.execute("BEGIN IMMEDIATE");
            handle.execute("UPDATE conversations SET last_seq = 0");
            handle.execute("COMMIT");
            handle.execute("BEGIN IMMEDIATE");
            return handle;
        });
        said("m1", 1);
    }

    private void failToBegin() throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            StoreUnavailable refused = assertThrows(StoreUnavailable.class, () -> say("m1"));
            assertTrue(String.valueOf(refused.getCause().getCause()).contains("SQLITE_BUSY"), refused.toString());
            statement.execute("ROLLBACK");
        }
    }

    private ChatWritten say(String name) {
        return store.commit(
                        List.of(new ChatWrite.Send("c1", "ada", name, new Body.Text("hello"), null, false)),
                        Instant.EPOCH)
                .getFirst();
    }

    private void said(String name, long seq) {
        ChatWritten.Stored said = assertInstanceOf(ChatWritten.Stored.class, say(name));
        assertEquals(seq, said.message().seq());
    }

    private long lastSeq() {
        return database.read(handle -> handle.createQuery("SELECT last_seq FROM conversations")
                .mapTo(Long.class)
                .one());
    }
}
