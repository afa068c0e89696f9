package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of an open database are deleted, moved or replaced. No write is acknowledged that a restart would not find. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "open files cannot be deleted there")
final class LostFilesTest {

    private static final String WRITE = "UPDATE revocation_head SET sequence = sequence + 1";

    @TempDir
    private Path folder;

    private Path file;
    private Database database;
    private WriteProbe probe;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("chat.db");
        database = Database.open(file);
        probe = new WriteProbe(database, new AtomicLong()::get);
        write();
        assertTrue(probe.takesWrites());
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-wal", "-shm", ".lock"})
    void aDeletedFileStopsWrites(String suffix) throws IOException {
        Files.delete(folder.resolve("chat.db" + suffix));
        refuses("deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-wal", "-shm", ".lock"})
    void aReplacedFileStopsWrites(String suffix) throws IOException {
        Path open = folder.resolve("chat.db" + suffix);
        Path other = Files.copy(open, folder.resolve("other"));
        Files.move(other, open, StandardCopyOption.REPLACE_EXISTING);
        refuses("replaced");
    }

    /** As {@code cp} does it: the file stays the same one. */
    @Test
    void anotherDatabaseThatIsCopiedOverTheOpenOneStopsWrites() throws IOException {
        Path other = folder.resolve("other.db");
        Database.open(other).close();
        Files.write(file, Files.readAllBytes(other));
        refuses("overwritten");
    }

    @Test
    void aFileThatIsCutOffStopsWrites() throws IOException {
        Files.write(file, new byte[0]);
        refuses("overwritten");
    }

    /** What an earlier run left, and what another program does in order, is nobody's fault. */
    @Test
    void aCheckpointAndAnotherProgramThatWritesAreNoLoss() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE revocation_head SET sequence = sequence + 1");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            statement.execute("VACUUM");
        }
        write();
        assertTrue(probe.takesWrites());
        assertEquals(3, sequence(database));
    }

    @Test
    void aFileThatIsDeletedInTheMiddleOfAWriteIsNotAcknowledged() {
        assertThrows(
                JdbiException.class,
                () -> database.write(handle -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    return handle.execute(WRITE);
                }));
    }

    @Test
    void aFileThatComesBackTakesWritesAndLostNone() throws IOException {
        Path away = folder.resolve("away");
        Files.move(file, away);
        refuses("moved away");

        Files.move(away, file);
        assertTrue(probe.takesWrites());
        write();
        database.close();
        open();
        assertEquals(3, sequence(database));
    }

    @Test
    void whatIsThereIsStillRead() throws IOException {
        Files.delete(file);
        assertEquals(1, sequence(database));
    }

    private void refuses(String why) {
        JdbiException refused = assertThrows(JdbiException.class, this::write);
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
        assertFalse(probe.takesWrites(), "at once, not when the next write is tried");
    }

    private void write() {
        database.write(handle -> handle.execute(WRITE));
    }

    private static long sequence(Database database) {
        return database.read(handle -> handle.createQuery("SELECT sequence FROM revocation_head")
                .mapTo(Long.class)
                .one());
    }
}
