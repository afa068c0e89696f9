package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.session.AuthContext;
import coderbased.protocol.Base64Url;
import coderbased.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Nonces: where and for how long they are good, and what is none. */
final class DpopNoncesTest {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final MutableClock clock = MutableClock.standing();
    private final DpopNonces nonces = node(new byte[32]);

    @Test
    void aNonceIsGoodOnItsNodeOrOnEveryNode() {
        DpopNonces other = node(new byte[32]);
        DpopNonces stranger = node(new byte[] {1});
        assertEquals(DpopNonces.Kind.OWN, nonces.kind(nonces.own()));
        assertEquals(DpopNonces.Kind.NONE, other.kind(nonces.own()));
        assertEquals(DpopNonces.Kind.SHARED, other.kind(nonces.shared()));
        assertEquals(DpopNonces.Kind.NONE, stranger.kind(nonces.shared()));
    }

    @Test
    void aNonceIsGoodFromItsMakingForItsValidity() {
        String shared = nonces.shared();
        String own = nonces.own();
        clock.turn(SKEW.negated());
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(shared));
        clock.turn(MOMENT.negated());
        assertEquals(DpopNonces.Kind.NONE, nonces.kind(shared));
        clock.turn(MOMENT.plus(SKEW).plus(DpopNonces.VALIDITY));
        assertEquals(DpopNonces.Kind.SHARED, nonces.kind(shared));
        assertEquals(DpopNonces.Kind.OWN, nonces.kind(own));
        clock.turn(MOMENT);
        assertEquals(DpopNonces.Kind.NONE, nonces.kind(shared));
        assertEquals(DpopNonces.Kind.NONE, nonces.kind(own));
    }

    @Test
    void aChangedOrCutNonceIsNone() {
        byte[] whole = Base64Url.decode(nonces.shared());
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertEquals(DpopNonces.Kind.NONE, nonces.kind(Base64Url.encode(changed)), "byte " + i);
        }
        for (int length : new int[] {0, 8, whole.length - 1, whole.length + 1}) {
            assertEquals(DpopNonces.Kind.NONE, nonces.kind(Base64Url.encode(Arrays.copyOf(whole, length))));
        }
        assertEquals(DpopNonces.Kind.NONE, nonces.kind("no base64url!"));
    }

    private DpopNonces node(byte[] secret) {
        return new DpopNonces(secret, new AuthContext(clock, new SecureRandom()));
    }
}
