package coderbased.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The guests of this node, found by code and by link. A seat is remembered for a while after its end, so that a code
 * that was used can be told from one that never was; then it is forgotten. Guests that come and go quickly push the oldest
 * of those out earlier: how many are remembered is bounded. Thread-safe.
 */
final class Seats {

    /** Maximum number of ended seats that are remembered. */
    static final int MAX_ENDED = 1_000;

    private static final Duration REMEMBER = Duration.ofMinutes(2);

    private final Set<GuestSeat> seats = ConcurrentHashMap.newKeySet();

    /** The seats that have ended, oldest first. Guarded by itself. */
    private final Deque<Ended> ended = new ArrayDeque<>();

    private final Map<String, GuestSeat> byCode = new ConcurrentHashMap<>();
    private final Map<String, GuestSeat> byLink = new ConcurrentHashMap<>();

    private record Ended(GuestSeat seat, Instant forgetAt) {}

    void add(GuestSeat seat) {
        seats.add(seat);
    }

    /** From now on the code leads to this seat, scanned or typed. */
    void addCode(ShownCode code, GuestSeat seat) {
        byCode.put(code.token().id(), seat);
        byCode.put(code.typed(), seat);
    }

    void addLink(String linkId, GuestSeat seat) {
        byLink.put(linkId, seat);
    }

    void removeLink(String linkId) {
        byLink.remove(linkId);
    }

    Optional<GuestSeat> ofCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<GuestSeat> ofLink(String linkId) {
        return Optional.ofNullable(byLink.get(linkId));
    }

    void forEach(Consumer<GuestSeat> action) {
        seats.forEach(action);
    }

    /** Every seat that a phone has claimed. */
    void forEachClaimed(Consumer<GuestSeat> action) {
        byLink.values().forEach(action);
    }

    /** The seat has come to its end. */
    void retire(GuestSeat seat, Instant now) {
        synchronized (ended) {
            ended.addLast(new Ended(seat, now.plus(REMEMBER)));
        }
    }

    /** Forgets seats that ended a while ago, and the oldest of too many. */
    void sweep(Instant now) {
        Set<GuestSeat> forgotten = due(now);
        if (!forgotten.isEmpty()) {
            seats.removeAll(forgotten);
            byCode.values().removeAll(forgotten);
            byLink.values().removeAll(forgotten);
        }
    }

    private Set<GuestSeat> due(Instant now) {
        Set<GuestSeat> due = new HashSet<>();
        synchronized (ended) {
            while (ended.size() > MAX_ENDED || isDue(ended.peekFirst(), now)) {
                due.add(ended.removeFirst().seat());
            }
        }
        return due;
    }

    private static boolean isDue(@Nullable Ended oldest, Instant now) {
        return oldest != null && !now.isBefore(oldest.forgetAt());
    }
}
