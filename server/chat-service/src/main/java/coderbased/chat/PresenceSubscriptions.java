package coderbased.chat;

import coderbased.chat.Presence.Watch;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
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
 * anew, and one is made after each change that may allow or end a watch, so the last one is right. A review asks only for
 * those whom such a change named. One that fails leaves the watches as they are, and those it asked for are asked for again.
 */
final class PresenceSubscriptions {

    private final ClientConnection peer;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Object reviews = new Object();
    private Set<String> wanted = Set.of();

    /** Those of the wanted whom the next review asks for. A review is on its way as long as there are any. */
    private Set<String> due = Set.of();

    /** Reviews in a row that failed. */
    private int failures;

    private boolean retryIsDue;
    private boolean over;

    PresenceSubscriptions(ClientConnection peer) {
        this.peer = peer;
    }

    /** The device wants to watch these people in place of those before. A {@link #review} says who may be watched. */
    synchronized void want(Set<String> accounts) {
        end();
        wanted = Set.copyOf(accounts);
        due = wanted;
    }

    /** True if somebody who is wanted is not watched. */
    synchronized boolean lacksAnybody() {
        return watches.size() < wanted.size();
    }

    /** Anybody may have to be watched, or not any more. True if the caller makes a {@link #review}. */
    synchronized boolean beginReview() {
        return begin(wanted);
    }

    /** A message came. True if it names somebody to be asked for, and the caller makes a {@link #review}. */
    synchronized boolean beginReview(ChatMessage message) {
        if (message.body() instanceof Body.Notice notice) {
            Set<String> named = new HashSet<>(notice.accountIds());
            named.add(message.senderId());
            return begin(named);
        }
        return !watches.containsKey(message.senderId()) && begin(Set.of(message.senderId()));
    }

    private synchronized boolean begin(Set<String> accounts) {
        boolean isOnItsWay = !due.isEmpty();
        Set<String> added = new HashSet<>(accounts);
        added.retainAll(wanted);
        if (!over && !added.isEmpty()) {
            added.addAll(due);
            due = Set.copyOf(added);
        }
        return !isOnItsWay && !due.isEmpty();
    }

    /**
     * Watches those of the due who may be watched and tells how they stand; of the others nothing is known from now on.
     * Where that cannot be said, nothing changes and {@link #beginRetry} says when to try again.
     *
     * @param allowed those of the accounts who may be watched
     * @param lastSeen when these were last here, of whom it is known
     */
    void review(
            UnaryOperator<Set<String>> allowed,
            Function<Set<String>, Map<String, Instant>> lastSeen,
            Presence presence,
            Clock clock) {
        synchronized (reviews) {
            Set<String> asked = beginReading();
            if (asked.isEmpty()) {
                return;
            }
            try {
                Set<String> known = allowed.apply(asked);
                apply(asked, known, lastSeen.apply(known), presence, clock);
            } catch (RuntimeException | Error e) {
                begin(asked);
                throw e;
            }
        }
    }

    /** A review failed. The number of failures before it; empty where a retry is on its way or nobody is due. */
    synchronized OptionalInt beginRetry() {
        if (retryIsDue || due.isEmpty()) {
            return OptionalInt.empty();
        }
        retryIsDue = true;
        return OptionalInt.of(failures++);
    }

    /** A retry begins: if its review fails, another may follow. */
    synchronized void endRetry() {
        retryIsDue = false;
    }

    private synchronized Set<String> beginReading() {
        Set<String> asked = due;
        due = Set.of();
        return asked;
    }

    private synchronized void apply(
            Set<String> asked, Set<String> known, Map<String, Instant> lastSeen, Presence presence, Clock clock) {
        failures = 0;
        for (String account : asked) {
            Watch ended = known.contains(account) ? null : watches.remove(account);
            if (ended != null) {
                ended.close();
                peer.send(new PresenceChanged(account, false, null));
            }
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
        due = Set.of();
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
