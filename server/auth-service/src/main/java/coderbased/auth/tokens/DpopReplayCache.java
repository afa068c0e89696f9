package coderbased.auth.tokens;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Throttle;
import coderbased.protocol.Dpop;
import coderbased.protocol.ProblemReason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The proofs that were taken lately, so that none is taken twice. Each session has its own, and so many: who makes more
 * calls than that waits, and nobody else does. What this run did not take may have been taken by another node, or
 * before a restart: the store knows. Thread-safe.
 */
final class DpopReplayCache {

    /** Longer than any proof is fresh. */
    private static final Duration RETENTION = DpopNonces.VALIDITY.plusMinutes(1);

    private static final int MAX_PER_SESSION = 3_000;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final AuthStore store;
    private final AuthContext surroundings;
    private final Map<String, Map<String, Instant>> bySession = new ConcurrentHashMap<>();
    private final Throttle forgetting = new Throttle(Duration.ofMinutes(1));

    DpopReplayCache(AuthStore store, AuthContext surroundings) {
        this.store = store;
        this.surroundings = surroundings;
    }

    /**
     * Spends a proof that any node may have taken; false where one did.
     *
     * @throws coderbased.auth.session.AuthStoreDown where that cannot be noted; the proof is spent here all the same
     */
    boolean spend(String sessionId, String proofId) {
        return spendHere(sessionId, proofId)
                && store.spendProof(
                        Dpop.hash(sessionId + " " + proofId), surroundings.now().plus(RETENTION));
    }

    /** Spends a proof that only this run can have taken; false where it did. */
    boolean spendHere(String sessionId, String proofId) {
        Instant now = surroundings.steady().now();
        if (forgetting.isDue(now)) {
            bySession
                    .keySet()
                    .forEach(session -> bySession.computeIfPresent(session, (id, spent) -> {
                        forget(spent, now);
                        return spent.isEmpty() ? null : spent;
                    }));
        }
        boolean[] first = {false};
        bySession.compute(sessionId, (id, known) -> {
            Map<String, Instant> spent = known == null ? new LinkedHashMap<>() : known;
            forget(spent, now);
            if (spent.size() >= MAX_PER_SESSION) {
                throw AuthRefused.later(ProblemReason.DEVICE_REQUESTS_TOO_MANY, WAIT);
            }
            first[0] = spent.putIfAbsent(proofId, now.plus(RETENTION)) == null;
            return spent;
        });
        return first[0];
    }

    /** Returns the number of sessions with proofs that are remembered here. */
    int sessions() {
        return bySession.size();
    }

    private static void forget(Map<String, Instant> spent, Instant now) {
        var oldest = spent.values().iterator();
        while (oldest.hasNext() && oldest.next().isBefore(now)) {
            oldest.remove();
        }
    }
}
