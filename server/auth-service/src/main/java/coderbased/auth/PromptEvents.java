package coderbased.auth;

import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events whose cuts take effect on this node before {@link #publish} returns: once a logout or a freeze is answered,
 * the session's connections here are over. The bus tells the same again, here and on the other nodes. Thread-safe.
 */
final class PromptEvents implements AuthEvents {

    private static final Logger LOG = LoggerFactory.getLogger(PromptEvents.class);

    private final AuthEvents events;
    private final Consumer<AuthEvent> here;

    /** @param here hears of sessions that ended or were frozen, on the publisher's thread; must return quickly */
    PromptEvents(AuthEvents events, Consumer<AuthEvent> here) {
        this.events = events;
        this.here = here;
    }

    @Override
    public void publish(AuthEvent event) {
        if (event instanceof AuthEvent.SessionEnded || event instanceof AuthEvent.SessionFrozen) {
            cut(event);
        }
        events.publish(event);
    }

    @Override
    public AutoCloseable subscribe(Consumer<AuthEvent> listener) {
        return events.subscribe(listener);
    }

    private void cut(AuthEvent event) {
        try {
            here.accept(event);
        } catch (RuntimeException | Error e) {
            LOG.error("Could not end or freeze a session at once; the bus will repeat it", e);
        }
    }
}
