package coderbased.history;

import coderbased.story.ServerProcess;
import coderbased.testing.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed, restarted or stopped at random moments while fifty devices talk: nothing that was acknowledged
 * is lost, nothing is shown twice or out of order, and nobody is logged out.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments and the same words again. The history stays in {@code
 * target/history}.
 */
final class KilledAgainAndAgainTest {

    private static final int PEOPLE = 25;
    private static final int MESSAGES_PER_SECOND = 200;
    private static final int LATEST_BLOW_MILLIS = 500;
    private static final int LONGEST_STOP_MILLIS = 12_000;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    @Test
    void aSeriesOfKillsLosesNothing() throws Exception {
        strike(10, Duration.ofSeconds(15), this::kill);
    }

    /** Twenty at a time, so that each history can be read to its beginning by everybody. */
    @RepeatedTest(25)
    @Tag("nightly")
    void fiveHundredKillsLoseNothing() throws Exception {
        strike(20, Duration.ofHours(1), this::kill);
    }

    @Test
    @Tag("nightly")
    void aServerThatRestartsInOrderLosesNothing() throws Exception {
        strike(20, Duration.ofMinutes(10), server -> {
            atARandomMoment(server::terminate);
            server.awaitEnd();
            server.start();
        });
    }

    @Test
    @Tag("nightly")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPausedServerLosesNothing() throws Exception {
        strike(20, Duration.ofMinutes(10), server -> {
            atARandomMoment(server::standStill);
            after(random.nextInt(LONGEST_STOP_MILLIS), server::goOn).join();
        });
    }

    /** The fault of a round; when it is over, the server serves. */
    private interface Blow {
        void strike(ServerProcess server) throws Exception;
    }

    private void strike(int times, Duration budget, Blow blow) throws Exception {
        System.out.println("history.seed=" + seed);
        Path data = folder.resolve("server");
        String port = "--port=" + FreePort.choose(random);
        try (ServerProcess server = ServerProcess.learn(data, port, "--behind-tls-proxy", "--link-check=never");
                Rounds rounds = new Rounds(seed, random, server.address(), folder.resolve("devices"))) {
            rounds.gather(PEOPLE);
            server.terminate();
            server.awaitEnd();
            server.start();
            rounds.run(MESSAGES_PER_SECOND, times, budget, () -> blow.strike(server));
        }
    }

    private void kill(ServerProcess server) throws Exception {
        atARandomMoment(server::kill);
        server.awaitEnd();
        server.start();
    }

    private void atARandomMoment(Runnable blow) {
        after(random.nextInt(LATEST_BLOW_MILLIS), blow).join();
    }

    private static CompletableFuture<Void> after(int millis, Runnable task) {
        return CompletableFuture.runAsync(task, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }
}
