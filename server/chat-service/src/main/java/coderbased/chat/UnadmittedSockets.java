package coderbased.chat;

import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The chat connections on which nobody has authenticated yet. A device authenticates at once, so if there are too many,
 * the one that has waited longest makes room. Thread-safe.
 */
final class UnadmittedSockets {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private final int room;
    private final Set<ClientConnection> waiting = new LinkedHashSet<>();

    UnadmittedSockets(int room) {
        this.room = room;
    }

    synchronized void enter(ClientConnection connection) {
        if (waiting.size() >= room) {
            ClientConnection oldest = waiting.iterator().next();
            waiting.remove(oldest);
            RejectedHandler.now(oldest, DisconnectReason.SLOW_DOWN, RETRY_DELAY);
        }
        waiting.add(connection);
    }

    /** Removes a connection that was admitted or is gone. */
    synchronized void leave(ClientConnection connection) {
        waiting.remove(connection);
    }

    synchronized int size() {
        return waiting.size();
    }
}
