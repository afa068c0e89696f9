package coderbased.auth;

import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an HTTP call comes from the device that holds the session's key (RFC 9449 section 4.3): signed by that key, for
 * this method, address and token, just now, and never seen before. Thread-safe.
 *
 * <p>What one node saw, the others know by the bus. While that is away each knows its own only: another node would take a proof
 * once more, for a minute, or for as long as its nonce is good.
 */
final class Possession {

    /** How far a device's clock may be off before it has to use a nonce. */
    static final Duration FRESH = Duration.ofSeconds(60);

    private final ProofNonces nonces;
    private final SpentProofs spent;
    private final Surroundings surroundings;

    Possession(ProofNonces nonces, SharedProofs shared, Surroundings surroundings) {
        this.nonces = nonces;
        this.spent = new SpentProofs(shared, surroundings);
        this.surroundings = surroundings;
    }

    /** Refuses unless it does. */
    void require(Presented presented, TokenClaims token, Session session) {
        DeviceKey key = session.device().key();
        HttpProof proof = HttpProof.read(presented.proof())
                .filter(_ -> key.thumbprint().equals(token.keyThumbprint()))
                .filter(read -> read.isSignedBy(key))
                .filter(read -> read.isFor(presented))
                .orElseThrow(Possession::refused);
        String id = proof.claims().jti();
        if (id.isEmpty() || id.length() > Dpop.MAX_ID_CHARS) {
            throw refused();
        }
        if (!isFresh(proof.claims())) {
            throw AuthRefused.because(
                    ErrorCode.PROOF_STALE, "This device's clock is wrong, or the call took too long. Try again.");
        }
        if (!spent.spend(session.id(), id)) {
            throw refused();
        }
    }

    private boolean isFresh(Dpop.Claims claims) {
        String nonce = claims.nonce();
        if (nonce != null) {
            // One that is not good is no reason to believe the device's clock.
            return nonces.isGood(nonce);
        }
        long off = Math.abs(Math.subtractExact(now().getEpochSecond(), bounded(claims.iat())));
        return off <= FRESH.toSeconds();
    }

    /** A number that no time has, without an overflow. */
    private static long bounded(long seconds) {
        return Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
    }

    private Instant now() {
        return surroundings.now();
    }

    private static AuthRefused refused() {
        return AuthRefused.because(
                ErrorCode.PROOF_REFUSED, "This call does not prove that it comes from the device it names. Try again.");
    }
}
