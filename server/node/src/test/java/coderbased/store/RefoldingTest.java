package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Account;
import coderbased.chat.ChatWrite.Delete;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Wire;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.copy.DatabaseCopy;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Older messages and names are found like new ones after the folding of words changed, on both engines. */
final class RefoldingTest {

    private static final int MESSAGES = 450;

    private static final String REJECT_ONE = "ALTER TABLE message_words ADD CONSTRAINT rule CHECK (message_id <> 449)";

    private static final String DELETE_ACCOUNT = """
            UPDATE accounts SET name = 'deleted', deleted_at = 1 WHERE id = 'ada';
            DELETE FROM account_words WHERE account_id = 'ada';
            """;

    private static final String DELETE_MESSAGE = """
            UPDATE messages SET body = '%s' WHERE id = 449;
            DELETE FROM message_words WHERE message_id = 449;
            """.formatted(Wire.write(new Body.Deleted()));

    /** True if another transaction waits for the one that asks. */
    private static final String WAITING =
            "SELECT COUNT(*) > 0 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))";

    @TempDir
    private Path folder;

    @Test
    void anSqliteFileIsIndexedAgain() throws IOException {
        try (Database database = Databases.open(oldFile())) {
            indexesAgain(database);
        }
    }

    @Test
    void aPostgresDatabaseIsIndexedAgain() throws IOException {
        String url = RealPostgres.newDatabase();
        fill(url, "postgresql");
        try (Database database = Databases.connect(url)) {
            indexesAgain(database);
        }
    }

    @Test
    void aCopyIsIndexedWholly() throws IOException {
        String url = RealPostgres.newDatabase();
        try (DatabaseCopy copy = DatabaseCopy.between(oldFile(), url, "copy")) {
            copy.run((table, rows, of) -> {});
        }
        try (Database there = Databases.connect(url)) {
            assertFalse(Refolding.isPending(there));
            assertEquals(List.of("ada"), people(there, "елк"));
            assertEquals(List.of(1L), found(there, "елка001"));
            assertEquals(10, found(there, "елка").size());
        }
    }

    @Test
    void messageWithRejectedWordsIsSkipped() throws IOException {
        String url = RealPostgres.newDatabase();
        fill(url, "postgresql");
        try (Database database = Databases.connect(url)) {
            database.write(handle -> handle.execute(REJECT_ONE));
            new Refolding(database).finish();
            assertFalse(Refolding.isPending(database));
            assertEquals(List.of(450L), found(database, "елка450"));
            assertEquals(List.of(), found(database, "елка449"));
            assertEquals(List.of(448L), found(database, "елка448"));
            assertEquals(List.of(1L), found(database, "елка001"));
        }
    }

    @Test
    void deletionMadeMeanwhileLeavesNoWords() throws Exception {
        String url = RealPostgres.newDatabase();
        fill(url, "postgresql");
        try (Database database = Databases.connect(url)) {
            Refolding refolding = new Refolding(database);
            Eventually.answered(stepDuring(database, refolding, DELETE_ACCOUNT));
            assertEquals(0, count(database, "SELECT COUNT(*) FROM account_words"));
            refolding.step();
            Eventually.answered(stepDuring(database, refolding, DELETE_MESSAGE));
            assertEquals(199, count(database, "SELECT COUNT(*) FROM message_words"));
            assertEquals(0, count(database, "SELECT COUNT(*) FROM message_words WHERE message_id = 449"));
        }
    }

    /** Makes a page while a change is not committed yet, until the page waits for the change or is made. */
    private static Future<?> stepDuring(Database database, Refolding refolding, String change) {
        return database.write(handle -> {
            handle.createScript(change).execute();
            Future<?> step = CompletableFuture.runAsync(refolding::step);
            Eventually.holds(
                    "the page waits or is made",
                    () -> step.isDone()
                            || handle.createQuery(WAITING).mapTo(Boolean.class).one());
            return step;
        });
    }

    private static long count(Database database, String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** The start makes nothing again; each step makes one page, the newest first, whatever happens meanwhile. */
    private static void indexesAgain(Database database) throws IOException {
        assertTrue(Refolding.isPending(database));
        assertEquals(List.of(), found(database, "елка"));
        Refolding refolding = new Refolding(database);
        refolding.step();
        assertEquals(List.of("ada"), people(database, "елк"));
        while (found(database, "елка450").isEmpty()) {
            refolding.step();
        }
        assertEquals(List.of(), found(database, "елка001"));
        SqlChatStore store = new SqlChatStore(database);
        store.commit(List.of(new Edit("c", "ada", 2, "другое"), new Delete("c", "ada", 3)), Instant.EPOCH);
        assertEquals(List.of(2L), found(database, "другое"));
        new Refolding(database).finish();
        refolding.finish();
        assertFalse(Refolding.isPending(database));
        assertEquals(List.of(1L), found(database, "елка001"));
        assertEquals(List.of(2L), found(database, "другое"));
        assertEquals(List.of(), found(database, "елка002"));
        assertEquals(List.of(), found(database, "елка003"));
        assertEquals(
                "елка",
                database.read(handle -> handle.createQuery("SELECT sort_name FROM accounts")
                        .mapTo(String.class)
                        .one()));
    }

    private static List<Long> found(Database database, String word) {
        return new SqlChatStore(database)
                .search("ada", new SearchTerms(List.of(word), null, null), 10).stream()
                        .map(ChatMessage::seq)
                        .toList();
    }

    private static List<String> people(Database database, String beginning) throws IOException {
        return new SqlAuthStore(database)
                .findAccounts(List.of(beginning), "bob", Instant.EPOCH, 10).stream()
                        .map(Account::id)
                        .toList();
    }

    private Path oldFile() {
        Path file = folder.resolve("old.db");
        fill("jdbc:sqlite:" + file, "sqlite");
        return file;
    }

    /** Makes a database as it was before the folding changed. */
    private static void fill(String url, String engine) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration", "classpath:db/" + engine)
                .target("19")
                .load()
                .migrate();
        Jdbi.create(url).useTransaction(old -> {
            old.createScript("""
                    INSERT INTO accounts (id, handle, name, sort_name, password_hash, created_at)
                        VALUES ('ada', 'ada', 'Ёлка', 'ё', 'hash', 1);
                    INSERT INTO account_words (account_id, word) VALUES ('ada', 'ёлка');
                    INSERT INTO conversations (id, created_at, last_seq, last_rev) VALUES ('c', 1, %1$s, %1$s);
                    INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq,
                        read_seq) VALUES ('c', 'ada', TRUE, 1, 1, 0, 0);
                    """.formatted(MESSAGES)).execute();
            var messages = old.prepareBatch("""
                    INSERT INTO messages (id, conversation_id, seq, rev, sender_id, client_id, sent_at, body, forwarded)
                        VALUES (:n, 'c', :n, :n, 'ada', :name, 1, :body, FALSE)
                    """);
            for (int n = 1; n <= MESSAGES; n++) {
                messages.bind("n", n)
                        .bind("name", "m" + n)
                        .bind("body", Wire.write(new Body.Text("Ёлка%03d".formatted(n))))
                        .add();
            }
            messages.execute();
        });
    }
}
