package coderbased.auth.tokens;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.AuthStoreDown;
import coderbased.auth.session.Session;
import coderbased.outage.OutageLog;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.ProblemReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requires that an HTTP call comes from the device that holds the session's key (RFC 9449 section 4.3): signed by that
 * key, for this method, address and token, just now, and never seen before. Thread-safe.
 *
 * <p>Accepted proofs are recorded in the store, which all nodes share and which outlives a restart. If the store cannot
 * record one, the device is asked for a proof with this node's own nonce: that proof cannot be accepted elsewhere, so
 * memory is enough. A server of one node offers its own nonce with every answer, so that calls cost no write.
 */
public final class DpopVerifier {

    /** Allowed error of a device's clock before it has to use a nonce. */
    public static final Duration MAX_CLOCK_ERROR = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(DpopVerifier.class);

    private final OutageLog log = new OutageLog(
            LOG,
            "Noting used proofs (until it works, each is good on this node only)",
            OutageLog.Repeat.EVERY_MINUTE,
            System::nanoTime);
    private final DpopNonces nonces;
    private final DpopReplayCache spent;
    private final boolean singleNode;
    private final AuthContext surroundings;
    private volatile boolean notes = true;

    public DpopVerifier(DpopNonces nonces, AuthStore store, boolean singleNode, AuthContext surroundings) {
        this.nonces = nonces;
        this.spent = new DpopReplayCache(store, surroundings);
        this.singleNode = singleNode;
        this.surroundings = surroundings;
    }

    /** Refuses unless it does. */
    public void require(DpopCredentials presented, TokenClaims token, Session session) {
        DeviceKey key = session.device().key();
        DpopProof proof = DpopProof.read(presented.proof().value())
                .filter(_ -> key.thumbprint().equals(token.keyThumbprint()))
                .filter(read -> read.key().equals(key))
                .filter(read -> read.isFor(presented))
                .orElseThrow(DpopVerifier::refused);
        String id = proof.claims().jti();
        if (id.isEmpty() || id.length() > Dpop.MAX_ID_CHARS) {
            throw refused();
        }
        if (!isTaken(proof.claims(), session.id(), id)) {
            throw refused();
        }
    }

    /** Returns the nonce that a device is offered for its next proof. */
    public String nonce() {
        return notes && !singleNode ? nonces.shared() : nonces.own();
    }

    /**
     * Returns the nonce for the next proof of a device whose proof was accepted; empty if its next call may meet
     * another node.
     */
    public Optional<String> nextNonce() {
        return singleNode ? Optional.of(nonces.own()) : Optional.empty();
    }

    private boolean isTaken(Dpop.Claims claims, String session, String id) {
        String nonce = claims.nonce();
        DpopNonces.Kind kind = nonce == null ? DpopNonces.Kind.NONE : nonces.kind(nonce);
        // A nonce that is not good is no reason to believe the device's clock.
        boolean timely = nonce == null ? isTimely(claims) : kind != DpopNonces.Kind.NONE;
        if (!timely) {
            throw AuthRefused.because(ProblemReason.PROOF_CLOCK_WRONG);
        }
        return kind == DpopNonces.Kind.OWN ? spent.spendHere(session, id) : isNoted(session, id);
    }

    private boolean isNoted(String session, String id) {
        try {
            boolean first = spent.spend(session, id);
            notes = true;
            log.works();
            return first;
        } catch (AuthStoreDown e) {
            log.failed("away", e);
            notes = false;
            throw AuthRefused.because(ProblemReason.PROOF_NOT_RECORDED);
        }
    }

    private boolean isTimely(Dpop.Claims claims) {
        long off = Math.abs(Math.subtractExact(now().getEpochSecond(), bounded(claims.iat())));
        return off <= MAX_CLOCK_ERROR.toSeconds();
    }

    /** A number that no time has, without an overflow. */
    private static long bounded(long seconds) {
        return Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
    }

    private Instant now() {
        return surroundings.now();
    }

    private static AuthRefused refused() {
        return AuthRefused.because(ProblemReason.PROOF_REFUSED);
    }
}
