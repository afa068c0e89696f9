package coderbased.chat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detection of connections that died without saying so: a ping at intervals, and a deadline for the answer.
 *
 * <p>Jetty's own idle timer cannot do this, because each ping that is sent counts as activity.
 */
final class ConnectionHeartbeat {

    /** A task that is over. */
    static final Future<?> NONE = CompletableFuture.completedFuture(null);

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHeartbeat.class);

    private final Transport transport;
    private final ChatLimits limits;
    private final ChatContext context;
    private Future<?> next = NONE;
    private boolean stopped;

    ConnectionHeartbeat(Transport transport, ChatLimits limits, ChatContext context) {
        this.transport = transport;
        this.limits = limits;
        this.context = context;
    }

    void start() {
        long spread = limits.heartbeatSpread().toMillis();
        long jitter = spread == 0 ? 0 : context.random().nextLong(-spread, spread + 1);
        later(limits.heartbeat().plusMillis(jitter), this::ping);
    }

    synchronized void stop() {
        stopped = true;
        next.cancel(false);
    }

    private void ping() {
        long before = transport.bytesIn();
        transport.ping();
        later(limits.pongTimeout(), () -> check(before));
    }

    private void check(long before) {
        if (transport.bytesIn() == before) {
            transport.cut();
        } else {
            start();
        }
    }

    private synchronized void later(Duration delay, Runnable task) {
        if (!stopped) {
            next = context.timer().schedule(() -> orCut(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Runs a task; cuts the connection if it fails, because without its heartbeat a dead connection would stay for
     * ever.
     */
    private void orCut(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("Could not ping a connection; closing it", e);
            transport.cut();
        }
    }
}
