package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.Ids;
import coderbased.auth.session.SessionDevice;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guests that have ended are remembered for a while, and only so many of them. */
final class LinkAttemptsTest {

    private static final SessionDevice DEVICE =
            new SessionDevice(new DeviceFacts("Desk", "Test", "Test"), new TestKey().publicHalf());
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final AuthContext surroundings = new AuthContext(Clock.systemUTC(), new SecureRandom());
    private final LinkAttempts attempts = new LinkAttempts();

    @Test
    void oldestEndedGuestIsForgottenFirst() {
        List<ShownCode> codes = new ArrayList<>();
        for (int i = 0; i < LinkAttempts.MAX_ENDED + 10; i++) {
            codes.add(guestThatLeft());
        }
        attempts.sweep(NOW);
        List<LinkAttempt> known = new ArrayList<>();
        attempts.forEach(known::add);
        assertEquals(LinkAttempts.MAX_ENDED, known.size());
        assertTrue(attempts.ofCode(codes.get(9).typed().value()).isEmpty());
        assertTrue(attempts.ofCode(codes.get(9).token().id()).isEmpty());
        assertTrue(attempts.ofCode(codes.get(10).typed().value()).isPresent());
        assertTrue(attempts.ofCode(codes.getLast().token().id()).isPresent());
    }

    @Test
    void aWaitingGuestIsNeverForgotten() {
        ShownCode waiting = guest(new ArrayList<>());
        for (int i = 0; i < LinkAttempts.MAX_ENDED + 10; i++) {
            guestThatLeft();
        }
        attempts.sweep(NOW);
        assertTrue(attempts.ofCode(waiting.typed().value()).isPresent());
    }

    @Test
    void anEndedGuestIsForgottenAfterAWhile() {
        ShownCode code = guestThatLeft();
        attempts.sweep(NOW.plusSeconds(119));
        assertTrue(attempts.ofCode(code.typed().value()).isPresent());
        attempts.sweep(NOW.plusSeconds(120));
        assertTrue(attempts.ofCode(code.typed().value()).isEmpty());
    }

    private ShownCode guestThatLeft() {
        List<LinkAttempt> attempt = new ArrayList<>();
        ShownCode code = guest(attempt);
        attempts.retire(attempt.getFirst(), NOW);
        return code;
    }

    private ShownCode guest(List<LinkAttempt> into) {
        ShownCode code = new ShownCode(Ids.onNode("AAAA", surroundings), new Secret(Ids.typed(surroundings)), NOW, NOW);
        LinkAttempt attempt = new LinkAttempt(
                new LinkingDesktop(DEVICE, "::1", NOW), message -> {}, new LinkState.Shown(1, List.of(code), NOW));
        attempts.add(attempt);
        attempts.addCode(code, attempt);
        into.add(attempt);
        return code;
    }
}
