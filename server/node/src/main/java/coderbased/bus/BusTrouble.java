package coderbased.bus;

import coderbased.outage.OutageLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines about a broken bus: one while Redis is away, one for each kind of refusal. Thread-safe. */
final class BusTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(BusTrouble.class);

    private final OutageLog log = new OutageLog(LOG, "The bus", OutageLog.Repeat.NEVER, System::nanoTime);
    private final OutageLog tasks =
            new OutageLog(LOG, "A task of the bus", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);

    /** Logs that Redis refused something, or that this node lost something. */
    void is(Throwable e) {
        RedisCause.of(e).ifPresentOrElse(cause -> log.failed(cause.kind(), cause.reason()), () -> log.failed(e));
    }

    /** Logs that the bus carries again. */
    void over() {
        log.works();
    }

    /** Runs a periodic task and logs its failure: an executor never runs a task again that threw. */
    void orLog(Runnable task) {
        tasks.run(task);
    }

    /** This node does not keep up with the messages of the others. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("This node does not keep up with the messages of the other nodes", null, false, false);
        }
    }
}
