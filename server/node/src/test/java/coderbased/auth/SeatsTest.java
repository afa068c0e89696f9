package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.DeviceFacts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guests that have ended are remembered for a while, and only so many of them. */
final class SeatsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final Surroundings surroundings = new Surroundings(Clock.systemUTC(), new SecureRandom());
    private final Seats seats = new Seats();

    @Test
    void tooManyEndedGuestsPushTheOldestOut() {
        List<ShownCode> codes = new ArrayList<>();
        for (int i = 0; i < Seats.MAX_ENDED + 10; i++) {
            codes.add(guestThatLeft());
        }
        seats.sweep(NOW);
        List<GuestSeat> known = new ArrayList<>();
        seats.forEach(known::add);
        assertEquals(Seats.MAX_ENDED, known.size());
        assertTrue(seats.ofCode(codes.get(9).typed()).isEmpty());
        assertTrue(seats.ofCode(codes.get(9).token().id()).isEmpty());
        assertTrue(seats.ofCode(codes.get(10).typed()).isPresent());
        assertTrue(seats.ofCode(codes.getLast().token().id()).isPresent());
    }

    @Test
    void aGuestThatWaitsIsNeverPushedOut() {
        ShownCode waiting = guest(new ArrayList<>());
        for (int i = 0; i < Seats.MAX_ENDED + 10; i++) {
            guestThatLeft();
        }
        seats.sweep(NOW);
        assertTrue(seats.ofCode(waiting.typed()).isPresent());
    }

    @Test
    void anEndedGuestIsForgottenAfterAWhile() {
        ShownCode code = guestThatLeft();
        seats.sweep(NOW.plusSeconds(119));
        assertTrue(seats.ofCode(code.typed()).isPresent());
        seats.sweep(NOW.plusSeconds(120));
        assertTrue(seats.ofCode(code.typed()).isEmpty());
    }

    private ShownCode guestThatLeft() {
        List<GuestSeat> seat = new ArrayList<>();
        ShownCode code = guest(seat);
        seats.retire(seat.getFirst(), NOW);
        return code;
    }

    @SuppressWarnings("NullAway")
    private ShownCode guest(List<GuestSeat> into) {
        ShownCode code = new ShownCode(Ids.onNode("AAAA", surroundings), Ids.typed(surroundings), NOW, NOW);
        SessionDevice device = new SessionDevice(new DeviceFacts("Desk", "Test", "Test"), new TestKey().publicHalf());
        GuestSeat seat =
                new GuestSeat(device, "::1", message -> {}, null, new LinkState.Shown(1, List.of(code), NOW), NOW);
        seats.add(seat);
        seats.addCode(code, seat);
        into.add(seat);
        return code;
    }
}
