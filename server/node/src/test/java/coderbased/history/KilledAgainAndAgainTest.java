package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed at random moments while fifty devices talk: nothing that was acknowledged is lost, nothing is shown
 * twice or out of order, and nobody is logged out.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments and the same words again. The history stays in {@code
 * target/history}.
 */
final class KilledAgainAndAgainTest {

    private static final int PEOPLE = 25;
    private static final int MESSAGES_PER_SECOND = 200;
    private static final int LATEST_KILL_MILLIS = 500;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final LongSummaryStatistics millisUntilAllWereBack = new LongSummaryStatistics();

    @TempDir
    private Path folder;

    @Test
    void twentyKillsOrAsManyAsFitLoseNothing() throws Exception {
        kill(20, Duration.ofSeconds(40));
    }

    @Test
    @Tag("nightly")
    void fiveHundredKillsLoseNothing() throws Exception {
        kill(500, Duration.ofHours(2));
    }

    private void kill(int times, Duration budget) throws Exception {
        System.out.println("history.seed=" + seed);
        Path data = folder.resolve("server");
        String port = "--port=" + FreePort.choose(random);
        try (ServerProcess server = ServerProcess.learn(data, port, "--behind-tls-proxy", "--link-check=never");
                History history = new History(Path.of("target", "history", seed + ".tsv"));
                Crowd crowd = new Crowd(server.address(), folder.resolve("devices"), history);
                Talk talk = new Talk(crowd, random.split())) {
            crowd.gather(PEOPLE);
            server.terminate();
            server.awaitEnd();
            server.start();
            talk.start(MESSAGES_PER_SECOND);
            long over = System.nanoTime() + budget.toNanos();
            int killed = 0;
            while (killed < times && System.nanoTime() < over) {
                killAtARandomMoment(server, crowd);
                killed++;
            }
            talk.close();
            Soon.so("everybody is back", crowd::isBack);
            Soon.so("everything is answered and shown", crowd::isAtRest);
            crowd.readEverything();
            System.out.println(killed + " kills, " + talk.said() + " messages, " + crowd.refused()
                    + " refused, milliseconds until all were back: " + millisUntilAllWereBack);
            assertNothingIsWrong(history);
        }
    }

    /** Mostly in the middle of talk, and at times while devices are still coming back from the last time. */
    private void killAtARandomMoment(ServerProcess server, Crowd crowd) throws Exception {
        long started = System.nanoTime();
        if (random.nextInt(3) > 0) {
            Soon.so("everybody is back", crowd::isBack);
            millisUntilAllWereBack.accept(
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        }
        int millis = random.nextInt(LATEST_KILL_MILLIS);
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(server::kill);
        server.awaitEnd();
        server.start();
    }

    private static void assertNothingIsWrong(History history) throws Exception {
        List<Anomaly> anomalies = Checker.check(history.read());
        assertEquals(List.of(), anomalies.stream().limit(20).toList(), anomalies.size() + " in " + history.file());
    }
}
