package coderbased.history;

import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program, a shell or a backup, takes the write lock of the embedded database in the middle of talk, for longer
 * than a write waits for it. Nothing that was acknowledged is lost, nothing is shown twice, and every conversation goes
 * on.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments and the same words again. The history stays in {@code
 * target/history}.
 */
final class HeldLockTest {

    private static final int SHORTEST_MILLIS = 1_000;
    private static final int LONGEST_MILLIS = 10_000;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    /** The time for which the lock is held. */
    private interface Holding {
        void hold(ServerProcess server) throws Exception;
    }

    @Test
    void aLockHeldUntilTheServerReportsItLosesNothing() throws Exception {
        strike(3, 20, 1, server -> Eventually.holds("the server is not ready", () -> !server.isReady()));
    }

    @Test
    @Tag("nightly")
    void aRepeatedlyTakenLockLosesNothing() throws Exception {
        strike(10, 50, 40, server -> afterMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
    }

    private void strike(int people, int messagesPerSecond, int times, Holding holding) throws Exception {
        System.out.println("history.seed=" + seed);
        Path data = folder.resolve("server");
        try (ServerProcess server = ServerProcess.start(
                        data, "--port=" + FreePort.choose(random), "--behind-tls-proxy", "--link-check=never");
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("coderbased.db"));
                Rounds rounds = new Rounds(seed, random, server.address(), folder.resolve("devices"))) {
            rounds.gather(people);
            rounds.run(messagesPerSecond, times, Duration.ofMinutes(10), () -> hold(other, server, holding));
            Eventually.holds("the server is ready again", server::isReady);
        }
    }

    private static void hold(Connection other, ServerProcess server, Holding holding) throws Exception {
        try (Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
            statement.execute("BEGIN IMMEDIATE");
            holding.hold(server);
            statement.execute("ROLLBACK");
        }
    }

    private static void afterMillis(int millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }
}
