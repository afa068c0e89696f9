package coderbased.auth.session;

import coderbased.outage.Outage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event bus of a server that is one node. One thread delivers, so every subscriber gets all events in the order of
 * publishing, and a publisher never runs a subscriber's code while it holds a lock of its own.
 */
public final class InProcessAuthEvents implements AuthEvents, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessAuthEvents.class);

    private final List<Consumer<AuthEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService delivery = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("auth-events").factory());

    @Override
    public void publish(AuthEvent event) {
        try {
            delivery.execute(() -> listeners.forEach(listener -> deliver(event, listener)));
        } catch (RejectedExecutionException _) {
            LOG.debug("Dropped an event that was published after closing");
        }
    }

    @Override
    public AutoCloseable subscribe(Consumer<AuthEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Delivers what was published before, then nothing more. */
    @Override
    public void close() {
        delivery.close();
    }

    private static void deliver(AuthEvent event, Consumer<AuthEvent> listener) {
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not handle a session or account event", e);
            }
        }
    }
}
