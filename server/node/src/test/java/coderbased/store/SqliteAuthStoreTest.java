package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthStore;
import coderbased.auth.session.AuthStoreContract;
import coderbased.store.auth.SqlAuthStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuthStoreTest extends AuthStoreContract {

    @TempDir
    private Path folder;

    private @Nullable Database database;

    @Override
    protected AuthStore open() {
        try {
            database = Databases.open(folder.resolve("chat.db"));
            return new SqlAuthStore(database);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void aSecondServerOnTheSameFileIsRefused() {
        IOException refused = assertThrows(IOException.class, () -> Databases.open(folder.resolve("chat.db")));
        assertTrue(refused.getMessage().contains("in use by another server"), refused.getMessage());
    }

    @Test
    void aForeignFileIsRefusedAndUnchanged() throws IOException {
        Path file = folder.resolve("notes.db");
        String notes = "these are my notes, not a database, and they are longer than a hundred bytes. ".repeat(3);
        Files.writeString(file, notes);

        IOException refused = assertThrows(IOException.class, () -> Databases.open(file));

        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        assertEquals(notes, Files.readString(file));
    }

    @Test
    void writesSurviveACrash() {
        assertEquals("wal", pragma("journal_mode"));
        assertEquals("2", pragma("synchronous"), "FULL");
        assertEquals("1", pragma("foreign_keys"));
    }

    private String pragma(String name) {
        return database.write(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
