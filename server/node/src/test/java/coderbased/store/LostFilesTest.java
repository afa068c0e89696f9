package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Eventually;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
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
        database = Databases.open(file);
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
    void aDatabaseCopiedOverTheOpenOneStopsWrites() throws IOException {
        Path other = folder.resolve("other.db");
        Databases.open(other).close();
        Files.write(file, Files.readAllBytes(other));
        refuses("overwritten");
    }

    /** A connection that is opened while the file is empty makes SQLite delete the log. */
    @Test
    void everyConnectionIsOpenedWithTheDatabase() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        try (Database counted = SqliteDatabase.openFile(
                new SqliteFile(folder.resolve("counted.db"), 5_000, source -> counting(source, opened)))) {
            int atTheStart = opened.get();
            readsAtOnce(counted, 4);
            counted.write(handle -> handle.execute(WRITE));
            assertEquals(atTheStart, opened.get());
        }
    }

    @Test
    void aTruncatedFileStopsWrites() throws IOException {
        Files.write(file, new byte[0]);
        refuses("overwritten");
    }

    @Test
    void anEmptiedLogStopsWrites() throws IOException {
        Files.write(log(), new byte[0]);
        refusesForGood("truncated");
    }

    @Test
    void aLogWithoutItsLastByteStopsWrites() throws IOException {
        cutOff(log(), Files.size(log()) - 1);
        refusesForGood("truncated");
    }

    /** An older one of the same run follows from the same header. */
    @Test
    void anOlderLogCopiedOverTheOpenOneStopsWrites() throws IOException {
        byte[] older = Files.readAllBytes(log());
        write();
        Files.write(log(), older);
        refusesForGood("truncated");
    }

    /** It is long enough, but of another time. */
    @Test
    void aLogFromBeforeACheckpointStopsWrites() throws Exception {
        write();
        write();
        byte[] older = Files.readAllBytes(log());
        checkpoint();
        write();
        Files.write(log(), older);
        refusesForGood("overwritten");
    }

    @Test
    void aLogOverwrittenDuringAWriteIsNotAcknowledged() throws IOException {
        byte[] older = Files.readAllBytes(log());
        write();
        assertThrows(
                JdbiException.class,
                () -> database.write(handle -> {
                    put(log(), older);
                    return handle.execute(WRITE);
                }));
        assertFalse(probe.takesWrites());
    }

    @Test
    void aRestoredCopyOfTheSameRunStopsWrites() throws Exception {
        byte[] oldFile = Files.readAllBytes(file);
        byte[] oldLog = Files.readAllBytes(log());
        write();
        checkpoint();
        write();
        Files.write(file, oldFile);
        Files.write(log(), oldLog);
        refusesForGood("");
    }

    @Test
    void aDatabaseTruncatedAfterItsHeaderStopsWrites() throws IOException {
        cutOff(file, 4096);
        refusesForGood("changed by another program");
    }

    /**
     * The clock of a file system ticks slowly; the change must not fall into the tick of the checkpoint at the opening.
     */
    @Test
    void zerosInTheMiddleOfTheDatabaseStopWrites() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[20 * 4096]);
        }
        Files.setLastModifiedTime(
                file, FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(1)));
        refusesForGood("changed by another program");
    }

    /** The time of the change is set back, so that only SQLite itself sees it. */
    @Test
    void damageFoundByAReadStopsWritesForGood() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }
        Files.setLastModifiedTime(file, before);
        assertThrows(
                JdbiException.class,
                () -> database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM messages")
                        .mapTo(Long.class)
                        .one()));
        refusesForGood("is damaged");
    }

    /** SQLite has it in its memory: a statement that reads there now would end the program. */
    @Test
    void anEmptiedSharedMemoryFileStopsWrites() throws IOException {
        Path index = folder.resolve("chat.db-shm");
        byte[] content = Files.readAllBytes(index);
        Files.write(index, new byte[0]);
        try {
            refusesForGood("truncated");
        } finally {
            Files.write(index, content);
        }
    }

    /** Its checkpoints and its frames are as good as the server's own. */
    @Test
    void anotherProgramsWritesAreNotALoss() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            for (String mode : List.of("PASSIVE", "FULL", "RESTART", "TRUNCATE")) {
                write();
                statement.execute(WRITE);
                assertTrue(probe.takesWrites());
                statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
                assertTrue(probe.takesWrites());
                statement.execute(WRITE);
                statement.execute("CREATE TABLE big AS SELECT randomblob(9000000) AS filler");
                statement.execute("DROP TABLE big");
                write();
                statement.execute("VACUUM");
                write();
            }
        }
        assertTrue(probe.takesWrites());
        assertEquals(21, sequence(database));
    }

    /** Files of an earlier run, and changes that another program is allowed to make, are not reported. */
    @Test
    void aCheckpointAndAnotherProgramsWritesAreNotALoss() throws Exception {
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
    void aFileDeletedDuringAWriteIsNotAcknowledged() {
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
    void aRestoredFileTakesWritesAndLostNone() throws IOException {
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
    void existingDataIsStillRead() throws IOException {
        Files.delete(file);
        assertEquals(1, sequence(database));
    }

    private Path log() {
        return folder.resolve("chat.db-wal");
    }

    private void checkpoint() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(RESTART)");
        }
    }

    private static DataSource counting(DataSource real, AtomicInteger opened) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        opened.incrementAndGet();
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static void readsAtOnce(Database database, int readers) {
        CountDownLatch all = new CountDownLatch(readers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                threads.execute(() -> database.read(handle -> {
                    all.countDown();
                    Eventually.holds("all read at once", () -> all.getCount() == 0);
                    return all;
                }));
            }
        }
    }

    private static void put(Path path, byte[] content) {
        try {
            Files.write(path, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void cutOff(Path path, long length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
            bytes.setLength(length);
        }
    }

    private void refusesForGood(String why) {
        refuses(why);
        refuses(why);
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
