package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.DeviceKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens that are known to be genuine, by their exact bytes and until they expire. */
final class VerifiedTokensTest {

    private static final Instant END = Instant.parse("2026-11-01T12:00:00Z");
    private static final TokenClaims CLAIMS = new TokenClaims("id", "session", "account", DeviceKind.WEB, 7, "thumb");

    private final VerifiedTokens tokens = new VerifiedTokens();

    @Test
    void tokenIsKnownUntilItExpires() {
        tokens.add("a.b.c", CLAIMS, END);
        assertEquals(Optional.of(CLAIMS), tokens.claims("a.b.c", END.minusNanos(1)));
        assertEquals(Optional.empty(), tokens.claims("a.b.c", END));
    }

    @Test
    void otherSpellingIsUnknown() {
        tokens.add("a.b.c", CLAIMS, END);
        assertEquals(Optional.empty(), tokens.claims("a.b.c ", Instant.EPOCH));
        assertEquals(Optional.empty(), tokens.claims("a.b.d", Instant.EPOCH));
    }

    @Test
    void leastRecentlyUsedTokenMakesRoom() {
        tokens.add("used", CLAIMS, END);
        for (int i = 1; i <= VerifiedTokens.MAX_TOKENS; i++) {
            tokens.claims("used", Instant.EPOCH);
            tokens.add("token " + i, CLAIMS, END);
        }
        assertEquals(Optional.of(CLAIMS), tokens.claims("used", Instant.EPOCH));
        assertEquals(Optional.empty(), tokens.claims("token 1", Instant.EPOCH));
        assertEquals(Optional.of(CLAIMS), tokens.claims("token 2", Instant.EPOCH));
    }
}
