package coderbased.bus;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reasons why the bus does not carry, each said once until it carries again. Thread-safe. */
final class BusTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(BusTrouble.class);

    private final AtomicReference<@Nullable String> last = new AtomicReference<>();

    /** Redis did not take something, or this node did not. */
    void is(@Nullable String reason) {
        String said = String.valueOf(reason);
        if (!said.equals(last.getAndSet(said))) {
            LOG.warn("The bus does not carry: {}", said);
        }
    }

    /** It carries again. */
    void over() {
        if (last.getAndSet(null) != null) {
            LOG.info("The bus carries again");
        }
    }

    /** Runs a task that must not be the last: an executor drops one that throws, and what follows it is not done. */
    static void orLog(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The bus could not do something; will retry", e);
        }
    }
}
