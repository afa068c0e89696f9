package coderbased.client.chat;

import coderbased.client.net.Reconnector;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage.StartOver;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Empties the {@link Outbox} in order, without waiting for each answer before the next deed goes out. Used on the client's
 * own thread.
 *
 * <p>Why nothing is overtaken: a server does what comes on one connection in the order in which it comes, so what it has
 * done of the deeds under way is always their beginning. When the connection breaks, everything unanswered goes out again
 * on the next, from the oldest: what was done before is recognised by its name, and what follows still follows. Where the
 * server could not store one deed, it does none that follows on that connection; after a pause it hears {@link StartOver},
 * and everything unanswered goes out again in the same way.
 *
 * <p>A message whose file is not uploaded yet lets the others pass and goes out when it is.
 */
final class OutboxSender {

    /** How many deeds may be unanswered: enough to fill a slow line, far from the server's bound on what it queues. */
    static final int MOST_UNDER_WAY = 64;

    private final Outbox outbox;
    private final Uplink uplink;
    private final Reconnector pause;
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> notReady = new HashSet<>();
    private boolean open;
    private boolean resting;

    /** @param pause how long a server in trouble is left alone */
    OutboxSender(Outbox outbox, Uplink uplink, Reconnector pause) {
        this.outbox = outbox;
        this.uplink = uplink;
        this.pause = pause;
    }

    /** That deed does not go out before it is {@link #ready}. */
    void holdBack(String name) {
        notReady.add(name);
    }

    void ready(String name) {
        notReady.remove(name);
    }

    /** The server took it. */
    void taken(String name) {
        pause.reached();
        over(name);
    }

    /** The server answered, or the deed is not to be done any more. */
    void over(String name) {
        underWay.remove(name);
        notReady.remove(name);
    }

    boolean isUnderWay(String name) {
        return underWay.contains(name);
    }

    /** There is a connection that deeds can go out on. */
    void resume() {
        open = true;
        resting = false;
        pause.stop();
    }

    /** There is none; what was under way goes out again on the next. */
    void pause() {
        open = false;
        pause.stop();
        underWay.clear();
    }

    /**
     * The server can take nothing now: nothing goes out for a while, which gets longer each time, and then all of it again.
     *
     * @param atLeast what the server asked for, or zero
     */
    void rest(Duration atLeast) {
        if (!resting) {
            resting = true;
            pause.later(atLeast, this::startOver);
        }
    }

    private void startOver() {
        resting = false;
        underWay.clear();
        uplink.tell(new StartOver());
        next();
    }

    /** Puts out what can go out; all of it is on disk before. */
    void next() {
        if (!open || resting) {
            return;
        }
        List<OutboxEntry> going = outbox.waiting().stream()
                .filter(deed -> !underWay.contains(deed.name()) && !notReady.contains(deed.name()))
                .limit(Math.max(0, MOST_UNDER_WAY - underWay.size()))
                .toList();
        if (!going.isEmpty()) {
            outbox.force();
            for (OutboxEntry deed : going) {
                underWay.add(deed.name());
                uplink.tell(deed.message());
            }
        }
    }
}
