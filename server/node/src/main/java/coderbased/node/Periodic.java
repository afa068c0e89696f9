package coderbased.node;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks that run again and again, whatever became of them the last time: an executor drops a task that throws. */
final class Periodic {

    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

    private Periodic() {}

    /** Runs the task again and again, that long after it ended. */
    static void run(ScheduledExecutorService executor, Runnable task, long pauseMillis) {
        executor.scheduleWithFixedDelay(() -> once(task), pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    private static void once(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("Periodic task failed; will retry", e);
        }
    }
}
