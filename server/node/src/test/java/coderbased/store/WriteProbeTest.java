package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.LoggedLines;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A database that takes no writes is noticed, at a start and later, and asked only now and then. */
final class WriteProbeTest {

    private static final long LATER = Duration.ofSeconds(3).toNanos();

    private final AtomicLong now = new AtomicLong();

    @TempDir
    private Path folder;

    @Test
    void anotherProgramHoldsTheWriteLock() throws Exception {
        Path file = folder.resolve("chat.db");
        try (Database database = SqliteDatabase.openFile(new SqliteFile(file, 20, UnaryOperator.identity()));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            WriteProbe probe = new WriteProbe(database, now::get);
            statement.execute("BEGIN IMMEDIATE");
            assertFalse(probe.takesWrites());
            statement.execute("ROLLBACK");
            assertFalse(probe.takesWrites(), "it is not asked again so soon");
            now.addAndGet(LATER);
            assertTrue(probe.takesWrites());
        }
    }

    @Test
    void anIntermittentLockIsLoggedOnceAMinute() throws Exception {
        Path file = folder.resolve("chat.db");
        try (Database database = SqliteDatabase.openFile(new SqliteFile(file, 20, UnaryOperator.identity()));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                LoggedLines lines = new LoggedLines()) {
            WriteProbe probe = new WriteProbe(database, now::get);
            for (int i = 0; i < 5; i++) {
                statement.execute("BEGIN IMMEDIATE");
                now.addAndGet(LATER);
                assertFalse(probe.takesWrites());
                statement.execute("ROLLBACK");
                now.addAndGet(LATER);
                assertTrue(probe.takesWrites());
            }
            assertEquals(
                    1,
                    lines.count("The database " + file + " failed: "),
                    lines.texts().toString());
            assertEquals(
                    1,
                    lines.texts().stream()
                            .filter(line -> line.matches(
                                    Pattern.quote("The database " + file) + " works again after \\d+ s; failures: .*"))
                            .count(),
                    lines.texts().toString());
        }
    }

    @Test
    void oneCallerWaitsAndTheOthersLearnOfTheDelay() throws Exception {
        try (Database database = Databases.open(folder.resolve("chat.db"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            WriteProbe probe = new WriteProbe(database, now::get);
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(
                    () -> database.write(handle -> {
                        held.countDown();
                        await(release);
                        return handle;
                    }),
                    callers);
            await(held);
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(probe::takesWrites, callers);
            while (!probe.isTrying()) {
                Thread.onSpinWait();
            }
            assertTrue(probe.takesWrites(), "as it was found last");
            now.addAndGet(LATER);
            assertFalse(probe.takesWrites());
            release.countDown();
            assertTrue(first.get(Deadlines.seconds(60), TimeUnit.SECONDS));
            writer.get(Deadlines.seconds(60), TimeUnit.SECONDS);
            assertTrue(probe.takesWrites());
        }
    }

    @Test
    void aConcurrentCallerGetsTheLastResult() throws Exception {
        try (Database database = Databases.open(folder.resolve("chat.db"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch release = new CountDownLatch(1);
            AtomicInteger looks = new AtomicInteger(2);
            WriteProbe probe = new WriteProbe(database, () -> {
                // The second look at the clock is the one that notes when the write began.
                if (looks.incrementAndGet() == 2) {
                    await(release);
                }
                return now.get();
            });
            looks.set(0);
            now.addAndGet(LATER);
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(probe::takesWrites, callers);
            while (looks.get() < 2) {
                Thread.onSpinWait();
            }
            assertTrue(probe.takesWrites());
            release.countDown();
            assertTrue(first.get(Deadlines.seconds(60), TimeUnit.SECONDS));
        }
    }

    /** Skipped if this program may not mount a file system. */
    @Test
    void aFullDiskIsReported() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=16m", "none", disk.toString());
        try {
            Path file = disk.resolve("chat.db");
            Path filler = disk.resolve("filler");
            try (Database database = Databases.open(file)) {
                WriteProbe probe = new WriteProbe(database, now::get);
                assertTrue(probe.takesWrites());
                fill(filler);
                now.addAndGet(LATER);
                assertFalse(probe.takesWrites());
                Files.delete(filler);
                now.addAndGet(LATER);
                assertTrue(probe.takesWrites());
            }
            fill(filler);
            IOException refused = assertThrows(IOException.class, () -> Databases.open(file));
            assertTrue(refused.getMessage().contains("full"), refused.getMessage());
            Files.delete(filler);
            Databases.open(file).close();
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aReadOnlyPostgresIsRefusedAtTheStart() throws Exception {
        String url = RealPostgres.newDatabase();
        Databases.connect(url).close();
        sql(url, "ALTER DATABASE " + name(url) + " SET default_transaction_read_only = on");
        IOException refused = assertThrows(IOException.class, () -> Databases.connect(url));
        assertTrue(refused.getMessage().contains("standby"), refused.getMessage());
        assertTrue(refused.getMessage().contains("default_transaction_read_only"), refused.getMessage());
        sql(url, "SET default_transaction_read_only = off", "ALTER DATABASE " + name(url) + " RESET ALL");
        Databases.connect(url).close();
    }

    @Test
    void aPostgresUserWithoutRightsIsRefusedAtTheStartAndDetectedLater() throws Exception {
        String url = RealPostgres.newDatabase();
        Databases.connect(url).close();
        String user = "reader_of_" + name(url);
        String asUser = url.replace("user=postgres", "user=" + user);
        sql(url, "CREATE ROLE " + user + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + user);

        IOException refused = assertThrows(IOException.class, () -> Databases.connect(asUser));
        assertTrue(refused.getMessage().contains("messages"), refused.getMessage());
        assertTrue(refused.getMessage().contains("GRANT"), refused.getMessage());

        sql(
                url,
                "GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + user,
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + user);
        try (Database database = Databases.connect(asUser)) {
            WriteProbe probe = new WriteProbe(database, now::get);
            assertTrue(probe.takesWrites());
            sql(url, "REVOKE INSERT ON messages FROM " + user);
            now.addAndGet(LATER);
            assertFalse(probe.takesWrites());
            sql(url, "GRANT INSERT ON messages TO " + user);
            now.addAndGet(LATER);
            assertTrue(probe.takesWrites());
        }
    }

    @Test
    void theTrialWriteChangesNothing() throws Exception {
        String url = RealPostgres.newDatabase();
        try (Database database = Databases.connect(url)) {
            database.write(handle -> handle.execute("UPDATE revocation_head SET sequence = 7"));
            assertTrue(new WriteProbe(database, now::get).takesWrites());
            assertEquals(7, sequence(database));
        }
    }

    private static String name(String url) {
        return url.replaceAll(".*/(test\\d+).*", "$1");
    }

    private static void sql(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] piece = new byte[64 * 1024];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            assertTrue(Files.getFileStore(filler).getUsableSpace() < piece.length, e.toString());
        }
    }

    private static void run(String... command) throws Exception {
        try {
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new TestAbortedException("no file system can be mounted here");
            }
        } catch (IOException e) {
            throw new TestAbortedException("no file system can be mounted here", e);
        }
    }

    private static void await(CountDownLatch latch) {
        Eventually.opened(latch, () -> "the latch stays shut");
    }

    private static long sequence(Database database) {
        return database.read(handle -> handle.createQuery("SELECT sequence FROM revocation_head")
                .mapTo(Long.class)
                .one());
    }
}
