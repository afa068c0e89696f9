package coderbased.store.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite;
import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ConversationSettings;
import coderbased.store.CopiedTables;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.PostgresDatabase;
import coderbased.store.PostgresServer;
import coderbased.store.RealPostgres;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.copy.DatabaseCopy.Counted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded database moves into PostgreSQL row by row, wherever it is interrupted. */
final class DatabaseCopyTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final int MESSAGES = 1_203;
    private static final String DRAFT = "half a \\ thought \0 and \\0 more";

    @TempDir
    private Path place;

    private Path file;
    private String url;

    @BeforeEach
    void somethingOfEverythingIsThere() throws Exception {
        file = place.resolve("chat.db");
        url = RealPostgres.newDatabase();
        try (Database database = Databases.open(file)) {
            fillSmallTables(database);
            fillChat(new SqlChatStore(database));
            database.write(
                    handle -> handle.execute("INSERT INTO group_invitations (conversation_id, account_id, inviter_id,"
                            + " invited_at, declined) VALUES ('c', 'cleo', 'ada', 1, FALSE)"));
            database.write(
                    handle -> handle.execute("INSERT INTO invitation_use (account_id, conversation_id, inviter_id,"
                                    + " day, times) VALUES ('cleo', 'c', 'ada', 1, 2)")
                            + handle.execute("INSERT INTO invitation_lists (account_id, number) VALUES ('cleo', 3)"));
        }
    }

    @Test
    void everyTableIsCopied() throws Exception {
        try (Database here = Databases.open(file)) {
            List<String> tables = here.read(handle -> handle.createQuery(
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'message_words%'"
                                    + " AND name <> 'refolding' AND name NOT LIKE 'flyway%'"
                                    + " AND name NOT LIKE 'sqlite%'")
                    .mapTo(String.class)
                    .list());
            assertEquals(new TreeSet<>(CopiedTables.IN_ORDER), new TreeSet<>(tables));
        }
    }

    @Test
    void anInterruptedCopyContinues() throws Exception {
        List<String> batches = new ArrayList<>();
        int interruptions = 0;
        boolean done = false;
        while (!done) {
            try {
                move("m", (table, rows, of) -> {
                    batches.add(table + " " + rows);
                    if (batches.size() % 3 == 0) {
                        throw new Interrupted();
                    }
                });
                done = true;
            } catch (Interrupted _) {
                interruptions++;
            }
        }
        assertTrue(interruptions >= 4, batches.toString());
        assertEquals(Set.copyOf(batches).size(), batches.size(), "no batch was copied twice");
        assertTrue(
                batches.containsAll(List.of("messages 500", "messages 1000", "messages " + MESSAGES)),
                batches.toString());
        assertSame();
        try (DatabaseCopy again = DatabaseCopy.between(file, url, "m")) {
            assertTrue(again.isFinished());
        }
    }

    /** Migrations fill new tables from what was moved already. */
    @Test
    void anInterruptedCopyContinuesAfterAnUpdate() throws Exception {
        assertThrows(
                Interrupted.class,
                () -> move("m", (table, rows, of) -> {
                    if (table.equals("messages") && rows == MESSAGES) {
                        throw new Interrupted();
                    }
                }));
        try (Database there = PostgresDatabase.openTo(PostgresServer.at(url))) {
            there.write(handle -> handle.execute("INSERT INTO history_starts (session_id, conversation_id, first_seq,"
                            + " draft_number) SELECT id, '', 9, 9 FROM sessions")
                    + handle.execute("INSERT INTO account_use (account_id, day, changes, conversations, people,"
                            + " text_bytes) SELECT DISTINCT sender_id, 0, 0, 0, 0, 1 FROM messages")
                    + handle.execute(
                            "INSERT INTO group_invitations (conversation_id, account_id, inviter_id, invited_at,"
                                    + " declined) SELECT id, 'dora', 'ada', 1, FALSE FROM conversations"));
        }
        move("m", (table, rows, of) -> {});
        assertSame();
    }

    @Test
    void anUnfinishedCopyIsNotServedAndNoOtherCopyContinuesIt() {
        assertThrows(
                Interrupted.class,
                () -> move("m", (table, rows, of) -> {
                    throw new Interrupted();
                }));
        IOException unfinished = assertThrows(IOException.class, () -> Databases.connect(url));
        assertTrue(unfinished.getMessage().contains("migrate-to"), unfinished.getMessage());
        IOException refused = assertThrows(IOException.class, () -> DatabaseCopy.between(file, url, "other"));
        assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
    }

    @Test
    void aDatabaseInUseIsNotCopiedInto() throws Exception {
        try (Database used = Databases.connect(url)) {
            fillSmallTables(used);
        }
        IOException refused = assertThrows(IOException.class, () -> DatabaseCopy.between(file, url, "m"));
        assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
    }

    @Test
    void everyRowIsCopiedAndTheChatContinues() throws Exception {
        List<Counted> counted = move("m", (table, rows, of) -> {});
        assertTrue(counted.contains(new Counted("messages", MESSAGES, MESSAGES)), counted.toString());
        assertTrue(counted.contains(new Counted("message_words", MESSAGES, MESSAGES)), counted.toString());
        assertTrue(counted.stream().allMatch(table -> table.here() > 0), counted.toString());
        assertSame();
        try (Database there = Databases.connect(url)) {
            SqlChatStore store = new SqlChatStore(there);
            store.commit(List.of(say("ada", "new")), NOW);
            assertEquals(MESSAGES + 1, store.conversationsOf("ada").getFirst().lastSeq());
            SearchTerms terms = new SearchTerms(List.of("number", "1199"), null, null);
            assertEquals(1, store.search("bob", terms, 10).size());
            assertEquals(DRAFT, store.conversationsOf("ada").getFirst().own().draft());
        }
    }

    private List<Counted> move(String id, CopyProgress progress) throws IOException {
        try (DatabaseCopy move = DatabaseCopy.between(file, url, id)) {
            assertFalse(move.isFinished());
            return move.run(progress);
        }
    }

    /** Compares every value of every row. */
    private void assertSame() throws IOException {
        try (Database here = Databases.open(file);
                Database there = Databases.connect(url)) {
            for (String table : CopiedTables.IN_ORDER) {
                assertEquals(rows(here, table), rows(there, table), table);
            }
        }
    }

    private static List<String> rows(Database database, String table) {
        return database
                .read(handle ->
                        handle.createQuery("SELECT * FROM " + table).mapToMap().list())
                .stream()
                .map(row -> written(database, row))
                .sorted()
                .toList();
    }

    private static String written(Database database, Map<String, Object> row) {
        Map<String, String> values = new TreeMap<>();
        row.forEach((name, value) -> values.put(
                name,
                switch (value) {
                    case null -> "null";
                    case Boolean flag -> flag ? "1" : "0";
                    case String text
                    when name.equals("draft") -> database.dialect().original(text);
                    default -> value.toString();
                }));
        return values.toString();
    }

    private static void fillSmallTables(Database database) {
        for (String sql : List.of(
                """
                INSERT INTO accounts (id, handle, name, sort_name, password_hash, created_at, banned_at, ban_note)
                    VALUES ('ada', 'ada', 'Ada ☕', 'ada', 'hash', 1, NULL, NULL), ('bob', 'bob', 'Bob', 'bob', 'hash',
                        2, 5, 'rude')
                """,
                "INSERT INTO account_words (account_id, word) VALUES ('ada', 'ada'), ('bob', 'bob')",
                session("phone", "PHONE", null),
                session("web", "WEB", "phone"),
                "INSERT INTO revocations (sequence, session_id, ended_at) VALUES (1, 'old', 7)",
                "UPDATE revocation_head SET sequence = 1",
                "INSERT INTO spent_proofs (fingerprint, forget_at) VALUES ('proof', 9)",
                """
                INSERT INTO link_history (account_id, number, happened_at, what, link_id, device_name, device_app,
                    device_os,
                    address, previous, seal) VALUES ('ada', 1, 3, 'APPROVED', 'link', 'Office', 'App', 'Os', 'here',
                        '', 'seal')
                """,
                "INSERT INTO files (sha256, size, unused_since, upload_id) VALUES ('abc', 9, NULL, 'u1'), ('def',"
                        + " 8, 4, '')",
                """
                INSERT INTO history_starts (session_id, conversation_id, first_seq, draft_number)
                    VALUES ('web', '', 0, 0), ('web', 'c', 7, 1)
                """,
                "INSERT INTO left_copies (sha256, upload_id, left_at) VALUES ('abc', '', 6), ('def', 'u3', 7)",
                """
                INSERT INTO uploads (id, account_id, sha256, size, announced_at, complete)
                    VALUES ('u1', 'ada', 'abc', 9, 3, TRUE), ('u2', 'ada', 'def', 8, 3, FALSE)
                """)) {
            database.write(handle -> handle.execute(sql));
        }
    }

    private static void fillChat(SqlChatStore store) {
        List<ChatWrite> writes = new ArrayList<>();
        writes.add(new ChatWrite.Once("ada", "open", new ChatWrite.OpenDirect("c", "ada", "bob")));
        IntStream.range(0, MESSAGES).forEach(i -> writes.add(say(i % 2 == 0 ? "ada" : "bob", "number " + i)));
        writes.add(new ChatWrite.React("c", "bob", 3, "👍"));
        writes.add(new ChatWrite.Edit("c", "ada", 5, "edited \0 \\"));
        writes.add(new ChatWrite.SaveDraft("c", "ada", "web", DRAFT));
        writes.add(new ChatWrite.SaveSettings("c", "bob", new ConversationSettings(true, false, null)));
        store.commit(writes, NOW);
    }

    private static String session(String id, String kind, String phone) {
        return """
                INSERT INTO sessions (id, account_id, kind, phone, device_name, device_app, device_os, key_x, key_y,
                    generation,
                    created_at, renewed_at, last_active_at, address, read_only)
                    VALUES ('%s', 'ada', '%s', %s, 'Name', 'App', 'Os', 'x', 'y', 3, 1, 2, 3, 'here', TRUE)
                """.formatted(id, kind, phone == null ? "NULL" : "'" + phone + "'");
    }

    private static ChatWrite say(String sender, String text) {
        return new ChatWrite.Send("c", sender, text, new Body.Text(text), null, false);
    }

    /** The power went off, say. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
