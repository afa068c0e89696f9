package coderbased.bus;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A channel that is listened to.
 *
 * @param begun done once Redis knows it, or cannot know it now
 */
record Hearing(CompletionStage<?> begun, Runnable end) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /** Redis is asked with a shorter patience; this one is for what cannot be. */
    private static final long PATIENCE_SECONDS = 5;

    /** Waits for that. */
    void awaitBegun() {
        try {
            begun.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notNow) {
            LOG.debug("The bus is not reachable now");
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
