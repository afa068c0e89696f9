package coderbased.client.chat;

import coderbased.client.net.Reconnector;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage.StartOver;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends the {@link Outbox} in order, with several entries in flight. Used on the client thread.
 *
 * <p>Order is kept: a server handles the messages of one connection in order, so the entries that it has handled are
 * always the first of those in flight. When the connection breaks, all unanswered entries are sent again on the next
 * one, oldest first; the server recognises the handled ones by their names. If the server cannot store an entry, it
 * handles none of the later ones on that connection. After a pause the client sends {@link StartOver}, then all
 * unanswered entries again.
 *
 * <p>A message whose file is still being uploaded is skipped; it is sent when the upload is complete.
 */
final class OutboxSender {

    /** Most unanswered entries: enough to fill a slow connection, far below the server's queue limit. */
    static final int MAX_IN_FLIGHT = 64;

    private final Outbox outbox;
    private final Uplink uplink;
    private final Reconnector pause;
    private final Set<String> inFlight = new HashSet<>();
    private final Set<String> notReady = new HashSet<>();
    private boolean open;
    private boolean resting;

    /** @param pause schedules the next attempt while the server is in trouble */
    OutboxSender(Outbox outbox, Uplink uplink, Reconnector pause) {
        this.outbox = outbox;
        this.uplink = uplink;
        this.pause = pause;
    }

    /** Holds an entry back until it is {@link #ready}. */
    void holdBack(String name) {
        notReady.add(name);
    }

    void ready(String name) {
        notReady.remove(name);
    }

    /** Records that the server accepted an entry. */
    void taken(String name) {
        pause.reached();
        over(name);
    }

    /** Forgets an entry that was answered or cancelled. */
    void over(String name) {
        inFlight.remove(name);
        notReady.remove(name);
    }

    boolean isInFlight(String name) {
        return inFlight.contains(name);
    }

    /** Starts to send on a new connection. */
    void resume() {
        open = true;
        resting = false;
        pause.stop();
    }

    /** Stops; entries in flight are sent again on the next connection. */
    void pause() {
        open = false;
        pause.stop();
        inFlight.clear();
    }

    /**
     * Stops for a while because the server cannot store anything now; the wait grows each time. Then all unanswered
     * entries are sent again.
     *
     * @param atLeast wait that the server asked for, or zero
     */
    void rest(Duration atLeast) {
        if (!resting) {
            resting = true;
            pause.later(atLeast, this::startOver);
        }
    }

    private void startOver() {
        resting = false;
        inFlight.clear();
        uplink.tell(new StartOver());
        next();
    }

    /** Sends the entries that can be sent; they are already on disk. */
    void next() {
        if (!open || resting) {
            return;
        }
        List<OutboxEntry> going = outbox.waiting().stream()
                .filter(entry -> !inFlight.contains(entry.name()) && !notReady.contains(entry.name()))
                .limit(Math.max(0, MAX_IN_FLIGHT - inFlight.size()))
                .toList();
        if (!going.isEmpty()) {
            outbox.force();
            for (OutboxEntry entry : going) {
                inFlight.add(entry.name());
                uplink.tell(entry.message());
            }
        }
    }
}
