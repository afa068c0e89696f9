package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatWrite;
import coderbased.chat.Leftover;
import coderbased.chat.Leftover.Kind;
import coderbased.store.chat.SqlChatStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leftovers of deleted accounts, on both engines. */
class LeftoversTest {

    @Test
    void sqliteFindsLeftovers(@TempDir Path folder) throws Exception {
        try (Database database = Databases.open(folder.resolve("chat.db"))) {
            assertFound(database);
        }
    }

    @Test
    void postgresFindsLeftovers() throws Exception {
        try (Database database = Databases.connect(RealPostgres.newDatabase())) {
            assertFound(database);
        }
    }

    private static void assertFound(Database database) {
        SqlChatStore store = new SqlChatStore(database, AccountLimits.unlimited());
        account(database, "ada", 1L);
        account(database, "bob", null);
        account(database, "cleo", 2L);
        store.commit(
                List.of(
                        new ChatWrite.CreateGroup("g1", "ada", "Tea", List.of("bob", "cleo")),
                        new ChatWrite.CreateGroup("g2", "bob", "Tea", List.of("ada")),
                        new ChatWrite.OpenDirect("d1", "ada", "bob"),
                        new ChatWrite.OpenDirect("d2", "bob", "cleo"),
                        new ChatWrite.SaveDraft("d2", "cleo", "s", "never sent")),
                Instant.EPOCH);
        SqlChatStore asking =
                new SqlChatStore(database, AccountLimits.unlimited().withAsksStrangers(true));
        asking.commit(List.of(new ChatWrite.CreateGroup("g3", "bob", "Tea", List.of("cleo"))), Instant.EPOCH);
        List<Leftover> all = List.of(
                new Leftover("ada", "g1", Kind.MEMBER),
                new Leftover("ada", "g2", Kind.MEMBER),
                new Leftover("cleo", "d2", Kind.DRAFT),
                new Leftover("cleo", "g1", Kind.MEMBER),
                new Leftover("cleo", "g3", Kind.INVITATION));
        assertEquals(all, store.leftovers(Leftover.NONE, 10));
        assertEquals(all.subList(0, 1), store.leftovers(Leftover.NONE, 1));
        for (int i = 0; i < all.size(); i++) {
            assertEquals(all.subList(i + 1, all.size()), store.leftovers(all.get(i), 10));
        }
        asking.commit(List.of(new ChatWrite.AnswerInvitation("g3", "cleo", false)), Instant.EPOCH);
        assertEquals(all.subList(0, all.size() - 1), store.leftovers(Leftover.NONE, 10));
    }

    private static void account(Database database, String id, Long deletedAt) {
        database.write(handle -> handle.execute(
                "INSERT INTO accounts (id, handle, name, sort_name, password_hash, created_at, deleted_at)"
                        + " VALUES (?, ?, ?, ?, '', 0, CAST(? AS BIGINT))",
                id,
                id,
                id,
                id,
                deletedAt));
    }
}
