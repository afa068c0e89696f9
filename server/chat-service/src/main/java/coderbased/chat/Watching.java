package coderbased.chat;

import coderbased.chat.Presence.Watch;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The people whose coming and going one device hears of. Thread-safe.
 *
 * <p>A change that happens while somebody begins to be watched is told after how they stood before it: both are told under
 * one lock, and a listener is heard only after {@link Presence#isHere} says the same.
 */
final class Watching {

    private final Peer peer;
    private final Map<String, Watch> watches = new HashMap<>();
    private boolean over;

    Watching(Peer peer) {
        this.peer = peer;
    }

    /**
     * Watches these people in place of those before, and tells how they stand.
     *
     * @param lastSeen when those were last here of whom it is known
     */
    synchronized void watch(
            Collection<String> accounts, Presence presence, Map<String, Instant> lastSeen, Clock clock) {
        end();
        if (over) {
            return;
        }
        for (String account : accounts) {
            watches.put(account, presence.watch(account, _ -> changed(account, presence, clock)));
            boolean here = presence.isHere(account);
            peer.send(new PresenceChanged(account, here, here ? null : lastSeen.get(account)));
        }
    }

    /** Whether somebody is watched. */
    synchronized boolean isAnybody() {
        return !watches.isEmpty();
    }

    /** Watches only those any more with whom the account has a conversation; of the others nothing is known from now on. */
    void keep(ChatStore store, String accountId) {
        Set<String> companions = store.companions(accountId);
        synchronized (this) {
            Set<String> strangers = new HashSet<>(watches.keySet());
            strangers.removeAll(companions);
            for (String stranger : strangers) {
                Objects.requireNonNull(watches.remove(stranger)).close();
                peer.send(new PresenceChanged(stranger, false, null));
            }
        }
    }

    /** The device is gone: it hears of nobody any more. */
    synchronized void close() {
        over = true;
        end();
    }

    /** Tells how it is now: of two changes at a time, the older may be heard last. */
    private synchronized void changed(String account, Presence presence, Clock clock) {
        if (!over && watches.containsKey(account)) {
            boolean here = presence.isHere(account);
            peer.send(new PresenceChanged(account, here, here ? null : clock.instant()));
        }
    }

    private void end() {
        watches.values().forEach(Watch::close);
        watches.clear();
    }
}
