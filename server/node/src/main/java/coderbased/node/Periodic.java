package coderbased.node;

import coderbased.outage.OutageLog;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that run again and again, whatever became of them the last time: an executor drops a task that throws. The
 * first failure is logged, and the first success after it.
 */
final class Periodic {

    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

    private Periodic() {}

    /**
     * Runs the task again and again, that long after it ended.
     *
     * @param name for the log, as the subject of a sentence
     */
    static void run(ScheduledExecutorService executor, String name, Runnable task, long pauseMillis) {
        OutageLog log = new OutageLog(LOG, name, OutageLog.Repeat.NEVER, System::nanoTime);
        executor.scheduleWithFixedDelay(() -> log.run(task), pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }
}
