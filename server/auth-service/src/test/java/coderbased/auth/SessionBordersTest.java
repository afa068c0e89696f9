package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.auth.session.Admission;
import coderbased.auth.session.SessionLimits;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LogoutReason;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit that sessions have, a moment before, at, and a moment after its border. */
final class SessionBordersTest extends LinkedDesktopTests {

    private static final SessionLimits LIMITS = SessionLimits.defaults();

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void anIdleDesktopExpires(long millis, boolean over) {
        Duration half = LIMITS.web().dividedBy(3);
        for (int i = 0; i < 2; i++) {
            world.clock.turn(half);
            ada.reinitialise();
        }
        turnTo(LIMITS.web().minus(half.multipliedBy(2)), millis);
        assertEnded(over, LogoutReason.SESSION_EXPIRED, desktop.sessionId());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void aDesktopWithAnIdlePhoneExpires(long millis, boolean over) {
        world.clock.turn(LIMITS.withoutPhone().dividedBy(2));
        desktop.reinitialise();
        turnTo(LIMITS.withoutPhone().minus(LIMITS.withoutPhone().dividedBy(2)), millis);
        assertEnded(over, LogoutReason.PHONE_SESSION_EXPIRED, desktop.sessionId());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void anIdlePhoneExpires(long millis, boolean over) {
        turnTo(LIMITS.phone(), millis);
        assertEnded(over, LogoutReason.SESSION_EXPIRED, ada.sessionId());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void anApprovedDesktopThatNeverConnectsExpires(long millis, boolean over) {
        world.pass(LIMITS.firstAdmission().plusSeconds(1));
        TestDesktop late = world.desktop();
        ada.approve(ada.scan(late));
        turnTo(LIMITS.firstAdmission(), millis);
        assertEnded(over, LogoutReason.SESSION_EXPIRED, late.sessionId());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void aTombstoneIsForgotten(long millis, boolean forgotten) {
        ada.logOut();
        turnTo(LIMITS.tombstones(), millis);
        assertEquals(forgotten, world.store().session(ada.sessionId()).isEmpty());
        assertEquals(forgotten ? ErrorCode.NOT_SIGNED_IN : ErrorCode.LOGGED_OUT, TestPhone.refusal(ada::session));
    }

    @Test
    void theDeviceLimitIsExact() {
        for (int i = 1; i < LIMITS.devices(); i++) {
            world.pass(Duration.ofMinutes(10));
            assertInstanceOf(Admission.Admitted.class, world.linked(ada).reinitialise());
        }
        assertEquals(LIMITS.devices(), ada.devices().devices().size());
        world.pass(Duration.ofMinutes(10));
        TestDesktop oneMore = world.desktop();
        assertEquals(ErrorCode.TOO_MANY_DEVICES, TestPhone.refusal(() -> ada.approve(ada.scan(oneMore))));
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise(), "nobody makes room without being asked");
    }

    @Test
    void aNewSigningKeyEndsAllSessions() throws Exception {
        Files.delete(folder.resolve("signing-key.pem"));
        world.restart();
        assertEquals(LogoutReason.TOKEN_INVALID, desktop.refusedWith());
        assertEquals(
                LogoutReason.TOKEN_INVALID,
                assertInstanceOf(Admission.LoggedOut.class, ada.reinitialise())
                        .logout()
                        .reason());
        assertEquals(ada.accountId(), world.signIn("ada", AuthWorld.PASSWORD).accountId(), "and may come back");
    }

    private void turnTo(Duration border, long millis) {
        world.pass(border.plusMillis(millis));
    }

    private void assertEnded(boolean over, LogoutReason reason, String sessionId) {
        assertEquals(over ? Optional.of(reason) : Optional.empty(), world.ended(sessionId));
    }
}
