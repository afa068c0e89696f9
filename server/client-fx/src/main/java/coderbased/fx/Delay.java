package coderbased.fx;

import java.time.Duration;

/** Runs something a while later, on the JavaFX thread. In a test, when the test says that the while is over. */
@FunctionalInterface
public interface Delay {

    void run(Duration after, Runnable task);
}
