package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.protocol.ErrorCode;
import coderbased.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The proofs that a node remembers, and how many of one device. */
final class DpopReplayCacheTest {

    private static final int MOST_PER_DEVICE = 3_000;

    private final MutableClock clock = MutableClock.standing();
    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final DpopReplayCache spent = cache();

    @Test
    void onlyTheDeviceThatCallsTooOftenWaits() {
        for (int i = 0; i < MOST_PER_DEVICE; i++) {
            assertTrue(spent.spend("busy", "proof " + i));
        }
        AuthRefused refused = assertThrows(AuthRefused.class, () -> spent.spend("busy", "one more"));
        assertEquals(ErrorCode.SLOW_DOWN, refused.problem().code());
        assertEquals(10_000, refused.problem().retryAfterMillis());
        assertTrue(spent.spend("other", "proof"));
        clock.turn(Duration.ofMinutes(7));
        assertTrue(spent.spend("busy", "one more"));
    }

    @Test
    void aProofIsSpentOnceHereAndByEveryNode() {
        assertTrue(spent.spendHere("device", "here"));
        assertFalse(spent.spendHere("device", "here"));
        assertFalse(spent.spend("device", "here"));
        assertTrue(spent.spend("device", "anywhere"));
        assertFalse(cache().spend("device", "anywhere"), "another node took it");
        assertTrue(cache().spend("another device", "anywhere"));
    }

    @Test
    void aDeviceThatCallsNoMoreIsForgotten() {
        spent.spendHere("silent", "proof");
        clock.turn(Duration.ofMinutes(6));
        spent.spendHere("other", "proof");
        assertEquals(2, spent.sessions());
        clock.turn(Duration.ofMinutes(1).minusMillis(1));
        spent.spendHere("other", "another proof");
        assertEquals(2, spent.sessions(), "it has just looked");
        clock.turn(Duration.ofMillis(1));
        spent.spendHere("other", "a third proof");
        assertEquals(1, spent.sessions());
        assertFalse(spent.spendHere("other", "proof"));
    }

    @Test
    void aBusyDeviceMayCallAgainAsSoonAsItsOldestProofIsForgotten() {
        spent.spendHere("busy", "first");
        clock.turn(Duration.ofMillis(1));
        for (int i = 1; i < MOST_PER_DEVICE; i++) {
            spent.spendHere("busy", "proof " + i);
        }
        clock.turn(Duration.ofMinutes(5).plusSeconds(30));
        spent.spendHere("other", "proof");
        clock.turn(Duration.ofSeconds(30).minusMillis(1));
        assertThrows(AuthRefused.class, () -> spent.spendHere("busy", "one more"));
        clock.turn(Duration.ofMillis(1));
        assertTrue(spent.spendHere("busy", "one more"));
        assertThrows(AuthRefused.class, () -> spent.spendHere("busy", "yet another"));
    }

    private DpopReplayCache cache() {
        return new DpopReplayCache(store, new AuthContext(clock, new SecureRandom()));
    }
}
