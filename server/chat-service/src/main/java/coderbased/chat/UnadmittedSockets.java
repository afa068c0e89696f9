package coderbased.chat;

import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Chat connections on which nobody has authenticated yet. A device authenticates at once, so where there are too many, the one
 * that has waited longest makes room. Thread-safe.
 */
final class UnadmittedSockets {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final int room;
    private final Set<ClientConnection> waiting = new LinkedHashSet<>();

    UnadmittedSockets(int room) {
        this.room = room;
    }

    synchronized void enter(ClientConnection peer) {
        if (waiting.size() >= room) {
            ClientConnection oldest = waiting.iterator().next();
            waiting.remove(oldest);
            RejectedHandler.now(oldest, DisconnectReason.SLOW_DOWN, COME_BACK);
        }
        waiting.add(peer);
    }

    /** It is admitted, or gone. */
    synchronized void leave(ClientConnection peer) {
        waiting.remove(peer);
    }

    synchronized int size() {
        return waiting.size();
    }
}
