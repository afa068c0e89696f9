package coderbased.chat;

import coderbased.chat.Presence.Watch;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The people whose coming and going one device hears of. Somebody is watched only as long as they have written to the
 * device's account: who opens a conversation, or puts somebody into a group, learns nothing of them before they answer.
 * Thread-safe.
 *
 * <p>A change that happens while somebody begins to be watched is told after how they stood before it: both are told under
 * one lock, and a listener is heard only after {@link Presence#isHere} says the same. Reviews follow one another, each reads
 * anew, and one is made after each change that may allow or end a watch, so the last one is right.
 */
final class Watching {

    private final Peer peer;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Object reviews = new Object();
    private Set<String> wanted = Set.of();
    private boolean reviewIsDue;
    private boolean over;

    Watching(Peer peer) {
        this.peer = peer;
    }

    /** The device wants to watch these people in place of those before. A {@link #review} says who may be watched. */
    synchronized void want(Set<String> accounts) {
        end();
        wanted = Set.copyOf(accounts);
        reviewIsDue = true;
    }

    /** True if somebody is watched, or would be if they wrote. */
    synchronized boolean wantsAnybody() {
        return !wanted.isEmpty();
    }

    /** True if somebody who is wanted is not watched and no review is on its way: the caller makes one. */
    synchronized boolean beginReview() {
        boolean begins = !over && !reviewIsDue && watches.size() < wanted.size();
        reviewIsDue |= begins;
        return begins;
    }

    /**
     * Watches those who may be watched and tells how they stand; of the others nothing is known from now on. Where
     * that cannot be said, nobody is watched.
     *
     * @param allowed those of the wanted who may be watched
     * @param lastSeen when these were last here, of whom it is known
     */
    void review(
            UnaryOperator<Set<String>> allowed,
            Function<Set<String>, Map<String, Instant>> lastSeen,
            Presence presence,
            Clock clock) {
        synchronized (reviews) {
            try {
                Set<String> known = allowed.apply(beginReading());
                apply(known, lastSeen.apply(known), presence, clock);
            } catch (RuntimeException e) {
                // Nobody can say who may be watched.
                apply(Set.of(), Map.of(), presence, clock);
                throw e;
            }
        }
    }

    private synchronized Set<String> beginReading() {
        reviewIsDue = false;
        return wanted;
    }

    private synchronized void apply(Set<String> known, Map<String, Instant> lastSeen, Presence presence, Clock clock) {
        Set<String> ended = new HashSet<>(watches.keySet());
        ended.removeAll(known);
        for (String account : ended) {
            Objects.requireNonNull(watches.remove(account)).close();
            peer.send(new PresenceChanged(account, false, null));
        }
        for (String account : known) {
            if (!over && wanted.contains(account) && !watches.containsKey(account)) {
                watches.put(account, presence.watch(account, _ -> changed(account, presence, clock)));
                boolean here = presence.isHere(account);
                peer.send(new PresenceChanged(account, here, here ? null : lastSeen.get(account)));
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
