package coderbased.bus;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription to a channel.
 *
 * @param begun completes once Redis has the subscription, or cannot have it now
 */
record Hearing(CompletionStage<?> begun, Runnable end) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /** Longer than the time-out for Redis's own answer; used when no answer comes at all. */
    private static final long TIMEOUT_SECONDS = 5;

    /** Waits until the subscription has begun. */
    void awaitBegun() {
        try {
            begun.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            LOG.debug("The bus is not reachable now");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
