package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.CloseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stream of chat news to one device, with the seam between what it missed and what is live.
 *
 * <p>Before it resumes, a device is told nothing: every change is in the store and will be in its backlog. From the
 * moment it resumes, <em>before</em> the backlog is read, deliveries are held. So each change is in the backlog, or
 * held, or both; it cannot be in neither. After the backlog, the held deliveries follow, without those that the backlog
 * contained, and the device is live as soon as nothing is held any more. A change of the backlog may be delivered even
 * later, because a node writes first and publishes then. So the feed remembers what was told and does not tell it
 * again.
 *
 * <p>Thread-safe: the fan-out calls {@link #hear}, the device's own thread everything else.
 */
final class Feed {

    private final ClientConnection connection;
    private final ChatLimits limits;
    private final HistoryVisibility visibility;
    private final List<Delivery> held = new ArrayList<>();
    private final Map<String, Long> told = new HashMap<>();
    private long heldChars;
    private long releasedChars;
    private Stage stage = Stage.WAITING;

    private enum Stage {
        WAITING,
        CATCHING_UP,
        LIVE
    }

    Feed(ClientConnection connection, ChatLimits limits, HistoryVisibility visibility) {
        this.connection = connection;
        this.limits = limits;
        this.visibility = visibility;
    }

    /** Takes a delivery that the device has to be told, now or once it has caught up. */
    void hear(Delivery delivery) {
        visibility.seen(delivery).ifPresent(this::take);
    }

    private synchronized void take(Delivery delivery) {
        switch (stage) {
            case WAITING -> {}
            case CATCHING_UP -> hold(delivery);
            case LIVE -> {
                if (delivery.isNews(told)) {
                    connection.sendEncoded(delivery.text());
                }
            }
        }
    }

    /** Records that the backlog told everything up to that change of a conversation. */
    synchronized void told(String conversation, long rev) {
        told.put(conversation, rev);
    }

    /** Begins to hold deliveries; false if it did so before. */
    synchronized boolean beginCatchingUp() {
        if (stage != Stage.WAITING) {
            return false;
        }
        stage = Stage.CATCHING_UP;
        return true;
    }

    /**
     * Returns what was held since the last call; everything that the last call returned is told by now. If nothing was
     * held, sends {@code caughtUp} and makes the device live.
     */
    synchronized List<Delivery> release(Object caughtUp) {
        List<Delivery> released = List.copyOf(held);
        held.clear();
        connection.hold(-releasedChars);
        releasedChars = heldChars;
        heldChars = 0;
        if (released.isEmpty()) {
            stage = Stage.LIVE;
            connection.send(caughtUp);
        }
        return released;
    }

    private void hold(Delivery delivery) {
        held.add(delivery);
        heldChars += delivery.text().length();
        connection.hold(delivery.text().length());
        if (held.size() > limits.queueMessages() || heldChars > limits.queueChars()) {
            held.clear();
            connection.hold(-heldChars);
            heldChars = 0;
            connection.end(null, CloseCode.TRY_LATER, "This device reads too slowly. Reconnect and resume.");
        }
    }
}
