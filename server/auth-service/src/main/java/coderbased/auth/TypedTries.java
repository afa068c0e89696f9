package coderbased.auth;

import coderbased.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts wrong typed codes per account: forty bits are few enough to guess at, given time. Thread-safe. Takes a try
 * when it begins and gives it back when the code was right, so that many at once do not pass together.
 */
final class TypedTries {

    private static final int TRIES = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Map<String, Deque<Instant>> taken = new ConcurrentHashMap<>();

    /**
     * Takes a try.
     *
     * @throws AuthRefused where too many were wrong lately
     */
    void take(String accountId, Instant now) {
        taken.compute(accountId, (id, before) -> {
            Deque<Instant> tries = before == null ? new ArrayDeque<>() : before;
            forget(tries, now);
            if (tries.size() >= TRIES) {
                throw AuthRefused.later(
                        ErrorCode.SLOW_DOWN,
                        "Too many wrong codes. Scan the code instead, or wait a few minutes.",
                        Duration.between(now, tries.getFirst().plus(WITHIN)));
            }
            tries.addLast(now);
            return tries;
        });
    }

    /** The code was right after all. */
    void giveBack(String accountId) {
        taken.computeIfPresent(accountId, (id, tries) -> {
            tries.pollLast();
            return tries.isEmpty() ? null : tries;
        });
    }

    /** Forgets what no longer counts. */
    void sweep(Instant now) {
        for (String accountId : taken.keySet()) {
            taken.computeIfPresent(accountId, (id, tries) -> {
                forget(tries, now);
                return tries.isEmpty() ? null : tries;
            });
        }
    }

    private static void forget(Deque<Instant> tries, Instant now) {
        tries.removeIf(at -> !at.plus(WITHIN).isAfter(now));
    }
}
