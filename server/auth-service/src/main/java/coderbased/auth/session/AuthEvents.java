package coderbased.auth.session;

import java.util.function.Consumer;

/**
 * The bus for {@link AuthEvent}s. A hint, not the truth: it may lose events, and the store's revocation feed makes up
 * for it.
 *
 * <p>Thread-safe.
 */
public interface AuthEvents {

    /** Tells every subscriber on every node, this one included, soon and not on the caller's thread. Never throws. */
    void publish(AuthEvent event);

    /**
     * Calls {@code listener} with each event, one after the other, in the order of publishing. The listener must return
     * quickly. Closing what is returned ends it.
     */
    AutoCloseable subscribe(Consumer<AuthEvent> listener);
}
