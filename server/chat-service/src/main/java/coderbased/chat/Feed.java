package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.CloseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one device hears of the chat, and the seam between what it missed and what is live.
 *
 * <p>Before it resumes, a device hears nothing: whatever happens is in the store and will be in its backlog. From the
 * moment it resumes, <em>before</em> the backlog is read, what happens is held. So each message is in the backlog, or
 * held, or both; it cannot be in neither. When the backlog is out, the held ones follow, without those that the backlog
 * had, and the device is live as soon as nothing is held any more. What the backlog had may be announced later still: a
 * node writes first and announces then. So what was told remains known, and is not told again.
 *
 * <p>Thread-safe: the fan-out calls {@link #hear}, the device's own thread everything else.
 */
final class Feed {

    private final ClientConnection peer;
    private final ChatLimits limits;
    private final HistoryVisibility horizon;
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

    Feed(ClientConnection peer, ChatLimits limits, HistoryVisibility horizon) {
        this.peer = peer;
        this.limits = limits;
        this.horizon = horizon;
    }

    /** Something happened that this device has to hear of, now or once it has caught up. */
    void hear(Delivery delivery) {
        horizon.seen(delivery).ifPresent(this::take);
    }

    private synchronized void take(Delivery delivery) {
        switch (stage) {
            case WAITING -> {}
            case CATCHING_UP -> hold(delivery);
            case LIVE -> {
                if (delivery.isNews(told)) {
                    peer.sendEncoded(delivery.text());
                }
            }
        }
    }

    /** The backlog told the device everything up to that change of a conversation. */
    synchronized void told(String conversation, long rev) {
        told.put(conversation, rev);
    }

    /** From now on holds what happens; false where it did so before. */
    synchronized boolean beginCatchingUp() {
        if (stage != Stage.WAITING) {
            return false;
        }
        stage = Stage.CATCHING_UP;
        return true;
    }

    /**
     * Returns what was held since the last call; what that one returned is told by now. Where there is nothing, says {@code
     * caughtUp} and is live from here on.
     */
    synchronized List<Delivery> release(Object caughtUp) {
        List<Delivery> released = List.copyOf(held);
        held.clear();
        peer.hold(-releasedChars);
        releasedChars = heldChars;
        heldChars = 0;
        if (released.isEmpty()) {
            stage = Stage.LIVE;
            peer.send(caughtUp);
        }
        return released;
    }

    private void hold(Delivery delivery) {
        held.add(delivery);
        heldChars += delivery.text().length();
        peer.hold(delivery.text().length());
        if (held.size() > limits.queueMessages() || heldChars > limits.queueChars()) {
            held.clear();
            peer.hold(-heldChars);
            heldChars = 0;
            peer.end(null, CloseCode.TRY_LATER, "This device reads too slowly. Reconnect and resume.");
        }
    }
}
