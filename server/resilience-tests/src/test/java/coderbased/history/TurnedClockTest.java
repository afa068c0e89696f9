package coderbased.history;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatLimits;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.testing.MutableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server's clock is set while people talk, ahead and back, by a second and by an hour: nobody is logged out, and
 * what is said keeps its order, for that is one of numbers.
 *
 * <p>{@code -Dhistory.seed=NUMBER} sets it in the same order again.
 */
final class TurnedClockTest {

    private static final int PEOPLE = 3;
    private static final int MESSAGES_PER_SECOND = 50;

    /** Something is said between two of them. */
    private static final long BETWEEN_MILLIS = 300;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final MutableClock clock = MutableClock.running();

    @TempDir
    private Path folder;

    @Test
    void anyClockSettingLosesNothing() throws Exception {
        System.out.println("history.seed=" + seed);
        List<Duration> turns = new ArrayList<>(
                Stream.of(Duration.ofSeconds(1), Duration.ofSeconds(31), Duration.ofHours(1), Duration.ofDays(1))
                        .flatMap(turn -> Stream.of(turn, turn.negated()))
                        .toList());
        Collections.shuffle(turns, new Random(seed));
        Iterator<Duration> next = turns.iterator();
        Settings settings = Settings.standard(folder.resolve("server"))
                .withPort(0)
                .with(ChatLimits.standard().withAccounts(AccountLimits.unlimited()));
        try (Node node = Node.start(settings, clock);
                Rounds rounds = new Rounds(seed, random, URI.create(node.address()), folder.resolve("devices"))) {
            rounds.gather(PEOPLE);
            rounds.run(MESSAGES_PER_SECOND, turns.size(), Duration.ofMinutes(2), () -> {
                after(BETWEEN_MILLIS);
                clock.turn(next.next());
            });
        }
    }

    private static void after(long millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }
}
