package coderbased.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The guests of this node, found by code and by link. A seat is remembered for a while after its end, so that a code
 * that was used can be told from one that never was; then it is forgotten. Thread-safe.
 */
final class Seats {

    private static final Duration REMEMBER = Duration.ofMinutes(2);

    /** Every seat, with the moment to forget it once it has ended. */
    private final Map<GuestSeat, Optional<Instant>> seats = new ConcurrentHashMap<>();

    private final Map<String, GuestSeat> byCode = new ConcurrentHashMap<>();
    private final Map<String, GuestSeat> byLink = new ConcurrentHashMap<>();

    void add(GuestSeat seat) {
        seats.put(seat, Optional.empty());
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
        seats.keySet().forEach(action);
    }

    /** Every seat that a phone has claimed. */
    void forEachClaimed(Consumer<GuestSeat> action) {
        byLink.values().forEach(action);
    }

    /** The seat has come to its end. */
    void retire(GuestSeat seat, Instant now) {
        seats.replace(seat, Optional.of(now.plus(REMEMBER)));
    }

    /** Forgets seats that ended a while ago. */
    void sweep(Instant now) {
        boolean forgot = seats.values().removeIf(forgetAt -> forgetAt.isPresent() && !now.isBefore(forgetAt.get()));
        if (forgot) {
            byCode.values().removeIf(seat -> !seats.containsKey(seat));
            byLink.values().removeIf(seat -> !seats.containsKey(seat));
        }
    }
}
