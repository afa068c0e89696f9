package coderbased.auth.passwords;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.protocol.Dpop;
import coderbased.protocol.ProblemReason;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A limit on how often something may be done: a number at once, then at the rate at which that number refills.
 *
 * <p>Memory is bounded: names that were not used for the time of a refill are forgotten. Thread-safe.
 */
final class RateLimiter {

    private static final int MAX_REMEMBERED = 100_000;

    /** Bytes of heap for each name that is remembered: all allowances together stay within a small part of the heap. */
    private static final long HEAP_PER_NAME = 64 * 1024;

    /** Longer names are remembered by their hash. */
    private static final int MAX_NAME_CHARS = 100;

    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final ProblemReason reason;
    private final Cache<String, Bucket> buckets;

    /**
     * @param burst the number at once
     * @param again the time in which as many refill, one after the other
     * @param reason the refusal when none is left
     */
    RateLimiter(int burst, Duration again, ProblemReason reason, AuthContext surroundings) {
        this.bandwidth =
                Bandwidth.builder().capacity(burst).refillGreedy(burst, again).build();
        this.time = surroundings.steady().meter();
        this.reason = reason;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered(Runtime.getRuntime().maxMemory()))
                .expireAfterAccess(again.multipliedBy(2))
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Takes one.
     *
     * @param who the account, address or network that is counted
     * @throws AuthRefused if none is left, with the time of the next one
     */
    void take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw AuthRefused.later(reason, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Takes one that can be given back. */
    RateLimiters.Try tried(String who) {
        take(who);
        return () -> bucket(who).addTokens(1);
    }

    /** Returns the number of names that are remembered with that many bytes of heap. */
    static long remembered(long heap) {
        return Math.min(MAX_REMEMBERED, heap / HEAP_PER_NAME);
    }

    private Bucket bucket(String who) {
        return buckets.get(
                who.length() <= MAX_NAME_CHARS ? who : Dpop.hash(who),
                fresh -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
    }
}
