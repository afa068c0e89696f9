package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.AuthWorld;
import coderbased.auth.TestDesktop;
import coderbased.auth.TestPhone;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.SteadyTime;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkEnd;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is set back by a day changes no length of time: nothing stays good or shut for that day. */
class ClockSetBackTest {

    private static final Duration A_DAY_BACK = Duration.ofDays(-1);

    @TempDir
    private Path folder;

    private AuthWorld world;

    @BeforeEach
    void aServer() {
        world = new AuthWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void steadyTimeGoesOnlyForward() {
        SteadyTime steady = new SteadyTime(world.clock);
        Instant begin = steady.now();
        world.clock.turn(Duration.ofSeconds(10));
        assertEquals(begin.plusSeconds(10), steady.now());
        world.clock.turn(A_DAY_BACK);
        assertEquals(begin.plusSeconds(10), steady.now());
        world.clock.turn(Duration.ofSeconds(5));
        assertEquals(begin.plusSeconds(15), steady.now());
    }

    @Test
    void aCodeRotatesAndExpiresOnTime() {
        TestPhone ada = world.signUp("ada");
        TestDesktop desktop = world.desktop();
        String first = desktop.guestToken();
        world.pass(A_DAY_BACK);
        assertEquals(first, desktop.guestToken());

        world.pass(Duration.ofSeconds(60));
        assertNotEquals(first, desktop.guestToken());
        world.pass(Duration.ofSeconds(31));
        assertEquals(ErrorCode.CODE_EXPIRED, TestPhone.refusal(() -> ada.scan(first)));
    }

    @Test
    void aScannedLinkTimesOutOnTime() {
        TestPhone ada = world.signUp("ada");
        TestDesktop desktop = world.desktop();
        ada.scan(desktop);
        world.pass(A_DAY_BACK);
        world.pass(Duration.ofSeconds(119));
        assertFalse(desktop.last() instanceof GuestServerMessage.Ended);
        world.pass(Duration.ofSeconds(1));
        desktop.assertEnded(LinkEnd.EXPIRED);
    }

    @Test
    void anEarlierPasswordCheckExpires() {
        TestPhone ada = world.signUp("ada");
        assertFalse(ada.scan(world.desktop()).needsPassword());
        world.pass(A_DAY_BACK);
        assertTrue(ada.scan(world.desktop()).needsPassword());
    }

    @Test
    void aThrottledDeviceMayCallAgainOnTime() {
        AuthContext surroundings = new AuthContext(world.clock, new SecureRandom());
        DpopReplayCache spent = new DpopReplayCache(world.store(), surroundings);
        for (int i = 0; i < 3_000; i++) {
            assertTrue(spent.spendHere("session", "proof " + i));
        }
        world.clock.turn(A_DAY_BACK);
        assertThrows(AuthRefused.class, () -> spent.spendHere("session", "one more"));
        assertTrue(spent.spendHere("another session", "proof 1"));

        world.clock.turn(Duration.ofMinutes(6).plusMillis(1));
        assertTrue(spent.spendHere("session", "one more"));
    }

    @Test
    void aNonceDoesNotLastForADay() {
        DpopNonces nonces = new DpopNonces(new byte[32], new AuthContext(world.clock, new SecureRandom()));
        String nonce = nonces.shared();
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(nonce));
        world.clock.turn(Duration.ofSeconds(-30));
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(nonce), "another node's clock may be a little ahead");
        world.clock.turn(A_DAY_BACK);
        assertEquals(DpopNonces.Kind.NONE, nonces.kind(nonce));
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(nonces.shared()));
        assertEquals(DpopNonces.Kind.OWN, nonces.kind(nonces.own()));
    }
}
