package coderbased.auth.tokens;

import coderbased.protocol.Dpop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was made or checked here, found by the SHA-256 of their exact bytes, so that a device that
 * comes again costs no second check. Claims alone are remembered: whether the session still lasts is read from its row
 * every time. The token that was not used for longest makes room. Thread-safe.
 */
final class VerifiedTokens {

    static final int MAX_TOKENS = 20_000;

    private final Map<String, Verified> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> oldest) {
            return size() > MAX_TOKENS;
        }
    };

    private record Verified(TokenClaims claims, Instant expires) {}

    /** Remembers a token that is good until {@code expires}. */
    void add(String token, TokenClaims claims, Instant expires) {
        String digest = Dpop.hash(token);
        synchronized (tokens) {
            tokens.put(digest, new Verified(claims, expires));
        }
    }

    /** Returns the claims of a remembered token that has not expired; empty for any other text. */
    Optional<TokenClaims> claims(String token, Instant now) {
        String digest = Dpop.hash(token);
        synchronized (tokens) {
            return Optional.ofNullable(tokens.get(digest))
                    .filter(verified -> now.isBefore(verified.expires()))
                    .map(Verified::claims);
        }
    }
}
