package coderbased.chat;

import coderbased.outage.Outage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the store one after the other, on a thread of its own: whoever brings deliveries or events must not wait for it.
 * A reading that fails is logged, and keeps no other from being done. Thread-safe.
 */
final class SerialExecutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final ExecutorService turns;

    /** @param name of the thread */
    SerialExecutor(String name) {
        turns = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    void read(Runnable reading) {
        try {
            turns.execute(() -> logged(reading));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Closing; no device is left to tell");
        }
    }

    /** Reads on the caller's thread. */
    static void logged(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | Error notNow) {
            if (!Outage.isLogged(notNow)) {
                LOG.error("Could not read events for devices", notNow);
            }
        }
    }

    /** Does not wait for what is being read. */
    @Override
    public void close() {
        turns.shutdownNow();
    }
}
