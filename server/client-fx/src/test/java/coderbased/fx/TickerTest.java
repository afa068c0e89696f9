package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickerTest {

    private final Shown countdown = new Shown();
    private final Deque<Duration> delays = new ArrayDeque<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long leftMillis = 4_900;
    private final Ticker ticker = new Ticker((after, task) -> {
        delays.add(after);
        waiting.add(task);
    });

    @Test
    void countdownIsCalledWhenItShowsAnotherSecond() {
        leftMillis = 2_400;
        ticker.follow(countdown);
        turn();
        turn();
        turn();
        turn();
        assertEquals(List.of(2, 1, 0, 0), countdown.seconds);
        assertEquals(1, waiting.size());
    }

    @Test
    void lateCallDoesNotDelayTheNextOnes() {
        ticker.follow(countdown);
        leftMillis -= 300;
        turn();
        assertEquals(Duration.ofMillis(700), delays.remove());
    }

    @Test
    void longStepIsWaitedForAtOnce() {
        leftMillis = 12_300;
        countdown.step = 5;
        ticker.follow(countdown);
        turn();
        turn();
        turn();
        assertEquals(List.of(10, 5, 0), countdown.seconds);
    }

    @Test
    void nothingRunsOrWaitsWithoutACountdown() {
        ticker.follow(countdown);
        ticker.follow(null);
        turn();
        assertEquals(List.of(), countdown.seconds);
        assertEquals(0, waiting.size());
    }

    @Test
    void countdownThatIsFollowedAgainIsCalledOnceASecond() {
        ticker.follow(countdown);
        ticker.follow(null);
        ticker.follow(countdown);
        waiting.remove().run();
        delays.remove();
        turn();
        assertEquals(List.of(4), countdown.seconds);
        assertEquals(1, waiting.size());
    }

    /** Lets the next delay pass. */
    private void turn() {
        leftMillis -= delays.remove().toMillis();
        waiting.remove().run();
    }

    /** A countdown whose time passes with the delays. */
    private final class Shown implements Countdown {

        private final List<Integer> seconds = new ArrayList<>();
        private int step = 1;

        @Override
        public Duration left() {
            return Duration.ofMillis(leftMillis);
        }

        @Override
        public int step() {
            return step;
        }

        @Override
        public void tick() {
            seconds.add(seconds());
        }
    }
}
