package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;

/**
 * A crowd talks while something happens again and again; afterwards nothing that was acknowledged is lost, nothing was
 * shown twice or out of order, and everybody is still there.
 */
final class Rounds implements AutoCloseable {

    private final SplittableRandom random;
    private final History history;
    private final Crowd crowd;
    private final Talk talk;
    private final LongSummaryStatistics millisUntilAllWereBack = new LongSummaryStatistics();

    /**
     * Nobody is there yet.
     *
     * @param seed names the history, which stays in {@code target/history}
     * @param profiles a folder for what the devices keep
     */
    Rounds(long seed, SplittableRandom random, URI server, Path profiles) throws IOException {
        this.random = random;
        this.history = new History(Path.of("target", "history", seed + ".tsv"));
        this.crowd = new Crowd(server, profiles, history);
        this.talk = new Talk(crowd, random.split());
    }

    /** The fault of a round; when it is over, the server serves. */
    interface Blow {
        void strike() throws Exception;
    }

    /** So many people come. */
    void gather(int people) throws Exception {
        crowd.gather(people);
    }

    /** Lets them talk through so many rounds, or as many as fit into the time, and looks at what came of it. */
    void run(int messagesPerSecond, int times, Duration budget, Blow blow) throws Exception {
        talk.start(messagesPerSecond);
        long over = System.nanoTime() + budget.toNanos();
        int rounds = 0;
        while (rounds < times && System.nanoTime() < over) {
            round(blow);
            rounds++;
        }
        talk.close();
        Eventually.holds("everybody is back", crowd::isBack);
        Eventually.holds("everything is answered and shown", crowd::isAtRest);
        crowd.readEverything();
        System.out.println(rounds + " rounds, " + talk.said() + " messages, " + crowd.refused()
                + " refused, milliseconds until all were back: " + millisUntilAllWereBack);
        List<Anomaly> anomalies = history.read(Checker::check);
        assertEquals(List.of(), anomalies.stream().limit(20).toList(), anomalies.size() + " in " + history.file());
    }

    /** Returns how much was said that is neither acknowledged nor refused yet. */
    int unanswered() {
        return crowd.screens().stream().mapToInt(Screen::unanswered).sum();
    }

    @Override
    public void close() throws Exception {
        talk.close();
        crowd.close();
        history.close();
    }

    /** Mostly in the middle of talk, and at times while devices are still coming back from the last time. */
    private void round(Blow blow) throws Exception {
        long started = System.nanoTime();
        if (random.nextInt(3) > 0) {
            Eventually.holds("everybody is back", crowd::isBack);
            millisUntilAllWereBack.accept(
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        }
        blow.strike();
    }
}
