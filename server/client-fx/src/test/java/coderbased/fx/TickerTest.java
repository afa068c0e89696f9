package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class TickerTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int runs;
    private final Ticker ticker = new Ticker((after, task) -> waiting.add(task), Duration.ofMillis(200), () -> runs++);

    @Test
    void taskRunsOncePerPace() {
        ticker.start();
        ticker.start();
        assertEquals(0, runs);
        turn();
        turn();
        assertEquals(2, runs);
        assertEquals(1, waiting.size());
    }

    @Test
    void nothingRunsOrWaitsAfterTheStop() {
        ticker.start();
        ticker.stop();
        turn();
        assertEquals(0, runs);
        assertEquals(0, waiting.size());
    }

    @Test
    void secondStartDoesNotRevivePacesOfTheFirst() {
        ticker.start();
        ticker.stop();
        ticker.start();
        turn();
        turn();
        assertEquals(1, runs);
        assertEquals(1, waiting.size());
    }

    private void turn() {
        waiting.remove().run();
    }
}
