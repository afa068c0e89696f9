package coderbased.chat;

import coderbased.outage.Outage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads of the store, one after the other, on a thread of its own: the threads that bring deliveries or events must not
 * wait for them. A read that fails is logged and does not stop the others. Thread-safe.
 */
final class SerialExecutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final ExecutorService turns;

    /** @param name the name of the thread */
    SerialExecutor(String name) {
        turns = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    void read(Runnable reading) {
        try {
            turns.execute(() -> logged(reading));
        } catch (RejectedExecutionException _) {
            LOG.debug("Closing; no device is left to tell");
        }
    }

    /** Reads on the caller's thread; logs a failure. */
    static void logged(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not read events for devices", e);
            }
        }
    }

    /** Closes without waiting for a read under way. */
    @Override
    public void close() {
        turns.shutdownNow();
    }
}
