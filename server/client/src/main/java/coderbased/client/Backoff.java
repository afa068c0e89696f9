package coderbased.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: exponential, with full jitter, so that a server that comes back is not met by
 * everybody at once. Not thread-safe.
 */
final class Backoff {

    private static final Duration LONGEST_HINT = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 30;

    private final Timing timing;
    private final RandomGenerator random;
    private int failures;

    Backoff(Timing timing, RandomGenerator random) {
        this.timing = timing;
        this.random = random;
    }

    /**
     * The wait before the next try, which counts as a failure more.
     *
     * @param hint what the server asked for, which is never cut short; zero for nothing
     */
    Duration next(Duration hint) {
        long first = timing.firstRetry().toMillis();
        long longest = timing.longestRetry().toMillis();
        long ceiling = Math.min(longest, first << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return within(hint).plusMillis(random.nextLong(ceiling + 1));
    }

    /** It worked: the next failure is the first again. */
    void reset() {
        failures = 0;
    }

    private static Duration within(Duration hint) {
        if (hint.isNegative()) {
            return Duration.ZERO;
        }
        return hint.compareTo(LONGEST_HINT) > 0 ? LONGEST_HINT : hint;
    }
}
