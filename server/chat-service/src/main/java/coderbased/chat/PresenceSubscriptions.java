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
 * The people whose presence one device is told. Somebody is watched only after they have written to the device's
 * account: opening a conversation with somebody, or adding them to a group, reveals nothing about them before they
 * answer. Thread-safe.
 *
 * <p>A change during the start of a watch is told after the initial state: both are told under one lock, and a listener
 * is called only after {@link Presence#isHere} returns the same. Reviews follow one another, each reads the store
 * again, and each change that may allow or end a watch causes one, so the last one is right. A review asks only for the
 * people whom such a change named. A failed review leaves the watches as they are, and its people are asked for again.
 */
final class PresenceSubscriptions {

    private final ClientConnection connection;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Object reviews = new Object();
    private Set<String> wanted = Set.of();

    /** Wanted people whom the next review asks for. If there are any, a review is under way. */
    private Set<String> due = Set.of();

    /** Failed reviews in a row. */
    private int failures;

    private boolean retryIsDue;
    private boolean over;

    PresenceSubscriptions(ClientConnection connection) {
        this.connection = connection;
    }

    /** Wants to watch these people in place of those before. A {@link #review} decides which of them may be watched. */
    synchronized void want(Set<String> accounts) {
        end();
        wanted = Set.copyOf(accounts);
        due = wanted;
    }

    /** True if somebody wanted is not watched. */
    synchronized boolean lacksAnybody() {
        return watches.size() < wanted.size();
    }

    /**
     * Makes everybody due, because anybody may have become allowed or forbidden. True if the caller makes a {@link
     * #review}.
     */
    synchronized boolean beginReview() {
        return begin(wanted);
    }

    /**
     * Makes the wanted people due whom a message names. True if there are any, and the caller makes a {@link #review}.
     */
    synchronized boolean beginReview(ChatMessage message) {
        if (message.body() instanceof Body.GroupEvent event) {
            Set<String> named = new HashSet<>(event.accountIds());
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
     * Watches the due people who may be watched and tells their state; of the others, the device is told nothing from
     * now on. If the store cannot answer, nothing changes and {@link #beginRetry} says when to try again.
     *
     * @param allowed returns those of the accounts who may be watched
     * @param lastSeen returns the last active times that are known
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

    /** Returns the number of failures before this one; empty if a retry is under way or nobody is due. */
    synchronized OptionalInt beginRetry() {
        if (retryIsDue || due.isEmpty()) {
            return OptionalInt.empty();
        }
        retryIsDue = true;
        return OptionalInt.of(failures++);
    }

    /** Begins a retry: if its review fails, another may follow. */
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
                connection.send(new PresenceChanged(account, false, null));
            }
        }
        for (String account : known) {
            if (!over && wanted.contains(account) && !watches.containsKey(account)) {
                watches.put(account, presence.watch(account, _ -> changed(account, presence, clock)));
                boolean here = presence.isHere(account);
                connection.send(new PresenceChanged(account, here, here ? null : lastSeen.get(account)));
            }
        }
    }

    /** Ends all watches, because the device is gone. */
    synchronized void close() {
        over = true;
        due = Set.of();
        end();
    }

    /** Tells the current state: of two changes at a time, the older may be told last. */
    private synchronized void changed(String account, Presence presence, Clock clock) {
        if (!over && watches.containsKey(account)) {
            boolean here = presence.isHere(account);
            connection.send(new PresenceChanged(account, here, here ? null : clock.instant()));
        }
    }

    private void end() {
        watches.values().forEach(Watch::close);
        watches.clear();
    }
}
