package coderbased.chat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the connection that died without saying so: a ping now and then, and a deadline for the answer.
 *
 * <p>Jetty's own idle timer cannot do this, because each ping that is sent counts as activity.
 */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Transport line;
    private final ChatLimits limits;
    private final ChatContext outside;
    private Future<?> next = CompletableFuture.completedFuture(null);
    private boolean stopped;

    Heartbeat(Transport line, ChatLimits limits, ChatContext outside) {
        this.line = line;
        this.limits = limits;
        this.outside = outside;
    }

    void start() {
        long spread = limits.heartbeatSpread().toMillis();
        long jitter = spread == 0 ? 0 : outside.random().nextLong(-spread, spread + 1);
        later(limits.heartbeat().plusMillis(jitter), this::ping);
    }

    synchronized void stop() {
        stopped = true;
        next.cancel(false);
    }

    private void ping() {
        long before = line.bytesIn();
        line.ping();
        later(limits.pong(), () -> check(before));
    }

    private void check(long before) {
        if (line.bytesIn() == before) {
            line.cut();
        } else {
            start();
        }
    }

    private synchronized void later(Duration delay, Runnable task) {
        if (!stopped) {
            next = outside.timer().schedule(() -> orCut(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A connection whose heartbeat stopped would be taken for alive for ever. */
    private void orCut(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("Could not ping a connection; closing it", e);
            line.cut();
        }
    }
}
