package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.chat.ChatWrite;
import coderbased.outage.RequestRejected;
import coderbased.protocol.Body;
import coderbased.store.chat.SqlChatStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that a database rejects is told apart from a database that is away. */
final class RejectedValuesTest {

    private static final String SQLITE_RULE = """
            CREATE TRIGGER rule BEFORE INSERT ON messages WHEN NEW.body LIKE '%poison%'
            BEGIN SELECT RAISE(ABORT, 'no poison'); END
            """;

    private static final String POSTGRES_RULE =
            "ALTER TABLE messages ADD CONSTRAINT rule CHECK (body NOT LIKE '%poison%')";

    @TempDir
    private Path folder;

    @Test
    void valueThatSqliteRejectsIsRejectedForGood() throws Exception {
        rejects(Databases.open(folder.resolve("chat.db")), SQLITE_RULE);
    }

    @Test
    void valueThatPostgresRejectsIsRejectedForGood() throws Exception {
        rejects(Databases.connect(RealPostgres.newDatabase()), POSTGRES_RULE);
    }

    private static void rejects(Database database, String rule) throws Exception {
        try (database) {
            database.write(handle -> handle.execute(rule));
            SqlChatStore store = new SqlChatStore(database);
            store.commit(List.of(new ChatWrite.OpenDirect("c", "ada", "bob")), Instant.EPOCH);
            assertThrows(RequestRejected.class, () -> store.commit(List.of(say("poison")), Instant.EPOCH));
            store.commit(List.of(say("word")), Instant.EPOCH);
            assertEquals(1, store.changed("c", "ada", 0, 10).size());
        }
    }

    private static ChatWrite say(String text) {
        return new ChatWrite.Send("c", "ada", text, new Body.Text(text), null, false);
    }
}
