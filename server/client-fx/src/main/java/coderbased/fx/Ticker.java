package coderbased.fx;

import java.time.Duration;

/**
 * Runs a task again and again on the JavaFX thread while it is started.
 *
 * <p>An animation would do the same, but while one runs JavaFX wakes sixty times a second and draws.
 */
public final class Ticker {

    private final Delay delay;
    private final Duration pace;
    private final Runnable task;
    private int starts;
    private boolean running;

    /** @param pace the time between the end of one run and the beginning of the next */
    public Ticker(Delay delay, Duration pace, Runnable task) {
        this.delay = delay;
        this.pace = pace;
        this.task = task;
    }

    /** Starts it; the first run comes after one pace. */
    public void start() {
        if (!running) {
            running = true;
            next(++starts);
        }
    }

    /** Stops it. No run begins after this. */
    public void stop() {
        running = false;
    }

    private void next(int start) {
        delay.run(pace, () -> {
            if (running && start == starts) {
                task.run();
                next(start);
            }
        });
    }
}
