package coderbased.fx;

import java.time.Duration;

/** Runs a task after a delay, on the JavaFX thread. In tests, the test decides when the delay is over. */
@FunctionalInterface
public interface Delay {

    void run(Duration after, Runnable task);
}
