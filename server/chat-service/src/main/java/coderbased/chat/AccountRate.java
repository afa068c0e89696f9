package coderbased.chat;

import coderbased.chat.AccountLimits.Rate;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * One {@link Rate}, counted for each account. An account that has been silent for long enough to have its whole burst
 * again is forgotten. Thread-safe.
 */
final class AccountRate {

    private static final int MAX_ACCOUNTS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /** @param time the clock by which tokens come back */
    AccountRate(Rate rate, TimeMeter time) {
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(rate.burst())
                .refillGreedy(rate.perMinute(), Duration.ofMinutes(1))
                .build();
        buckets = Caffeine.newBuilder()
                .maximumSize(MAX_ACCOUNTS)
                .expireAfterAccess(rate.untilFull().plusSeconds(1))
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build(_ -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Takes one token; false if none is left. */
    boolean take(String accountId) {
        return buckets.get(accountId).tryConsume(1);
    }

    /** Takes one token, waiting until there is one. Tokens are given in the order of the calls. */
    void await(String accountId) throws InterruptedException {
        buckets.get(accountId).asBlocking().consume(1);
    }
}
