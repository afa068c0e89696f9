package coderbased.auth.passwords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.protocol.ProblemReason;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The heap bounds the counted names, whatever names somebody makes up. */
final class RateLimiterTest {

    private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void aSmallHeapTracksFewerNames() {
        assertEquals(1_024, RateLimiter.remembered(64L << 20));
        assertEquals(100_000, RateLimiter.remembered(8L << 30));
    }

    @Test
    void veryLongNamesAreDistinguished() {
        RateLimiter once = new RateLimiter(
                1, Duration.ofMinutes(1), ProblemReason.ATTEMPTS_TOO_MANY, new AuthContext(STILL, new SecureRandom()));
        String name = "n".repeat(7_700);
        once.take(name);
        once.take(name + "x");
        assertThrows(AuthRefused.class, () -> once.take(name));
    }
}
