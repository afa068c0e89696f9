package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.StoreDoor;
import coderbased.auth.TestKey;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionUse;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requirements on the proof of a call, and the nonce that its device is offered. */
final class DpopRequirementsTest {

    private static final DeviceFacts PC = new DeviceFacts("PC", "Desktop", "Os");

    private final MutableClock clock = MutableClock.standing();
    private final AuthContext surroundings = new AuthContext(clock, new SecureRandom());
    private final StoreDoor door = new StoreDoor(new InMemoryAuthStore());
    private final DpopNonces nonces = new DpopNonces(new byte[32], surroundings);
    private final DpopVerifier one = new DpopVerifier(nonces, door.store(), true, surroundings);
    private final DpopVerifier several = new DpopVerifier(nonces, door.store(), false, surroundings);
    private final TestKey key = new TestKey();
    private final Session session = new Session(
            "session",
            "ada",
            DeviceKind.PHONE,
            null,
            null,
            new SessionDevice(PC, key.publicHalf()),
            SessionUse.fresh(clock.instant(), "::1"),
            LinkChoices.FULL);
    private final TokenClaims token = TokenClaims.of(session, 1, "token");

    @Test
    void theTokenNamesTheKeyOfTheSession() {
        DpopCredentials call = key.present("token", clock.instant());
        TokenClaims other = new TokenClaims(
                "token",
                "session",
                "ada",
                DeviceKind.PHONE,
                1,
                new TestKey().publicHalf().thumbprint());
        assertEquals(ErrorCode.PROOF_REFUSED, refusal(call, other));
        assertDoesNotThrow(() -> several.require(call, token, session));
        assertEquals(ErrorCode.PROOF_REFUSED, refusal(call, token), "it is used");
    }

    @Test
    void anExactMinuteOfClockErrorIsAccepted() {
        Duration error = DpopVerifier.MAX_CLOCK_ERROR;
        several.require(key.present("token", clock.instant().minus(error)), token, session);
        several.require(key.present("token", clock.instant().plus(error)), token, session);
        DpopCredentials late = key.present("token", clock.instant().minus(error).minusSeconds(1));
        DpopCredentials early = key.present("token", clock.instant().plus(error).plusSeconds(1));
        refusal(late, token);
        refusal(early, token);
    }

    @Test
    void theOfferedNonceIsGoodWhereTheNextCallArrives() {
        assertEquals(DpopNonces.Kind.OWN, nonces.kind(one.nonce()));
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(several.nonce()));
        assertTrue(one.nextNonce().isPresent());
        assertEquals(Optional.empty(), several.nextNonce());
        door.shut();
        refusal(key.present("token", clock.instant()), token);
        assertEquals(DpopNonces.Kind.OWN, nonces.kind(several.nonce()), "nothing can be noted");
        door.open();
        several.require(key.present("token", clock.instant()), token, session);
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(several.nonce()));
    }

    private ErrorCode refusal(DpopCredentials call, TokenClaims claims) {
        return assertThrows(AuthRefused.class, () -> several.require(call, claims, session))
                .problem()
                .code();
    }
}
