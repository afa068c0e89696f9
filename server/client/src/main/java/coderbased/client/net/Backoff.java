package coderbased.client.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before trying again: exponential, with full jitter, so that a server that comes back is not met by
 * everybody at once.
 *
 * <p>A server that restarts is gone for seconds, and asking an address where nobody listens costs nobody anything: for the
 * first minute of that, the waits stay short, so that everybody is back soon after the server is. Not thread-safe.
 */
public final class Backoff {

    private static final Duration LONGEST_HINT = Duration.ofMinutes(10);
    private static final Duration RESTART_TAKES = Duration.ofMinutes(1);
    private static final Duration LONGEST_DURING_RESTART = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 30;

    private final Timing timing;
    private final RandomGenerator random;
    private final Clock clock;
    private int failures;
    private @Nullable Instant unreachedSince;

    public Backoff(Timing timing, RandomGenerator random, Clock clock) {
        this.timing = timing;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The wait before the next try, which counts as a failure more.
     *
     * @param hint what the server asked for, which is never cut short; zero for nothing
     */
    Duration next(Duration hint) {
        return within(hint).plusMillis(draw(timing.longestRetry().toMillis()));
    }

    /** The wait before the next try where nobody was there to fail. */
    Duration nextUnreached() {
        long longest = timing.longestRetry().toMillis();
        return Duration.ofMillis(
                draw(mayBeRestarting() ? Math.min(longest, LONGEST_DURING_RESTART.toMillis()) : longest));
    }

    /** It worked: the next failure is the first again. */
    void reset() {
        failures = 0;
        unreachedSince = null;
    }

    private boolean mayBeRestarting() {
        Instant now = clock.instant();
        if (unreachedSince == null || now.isBefore(unreachedSince)) {
            unreachedSince = now;
        }
        return now.isBefore(unreachedSince.plus(RESTART_TAKES));
    }

    private long draw(long longest) {
        long ceiling = timing.firstRetry().toMillis() << failures;
        if (ceiling < longest && failures < MOST_DOUBLINGS) {
            failures++;
        }
        return random.nextLong(Math.min(longest, ceiling) + 1);
    }

    private static Duration within(Duration hint) {
        if (hint.isNegative()) {
            return Duration.ZERO;
        }
        return hint.compareTo(LONGEST_HINT) > 0 ? LONGEST_HINT : hint;
    }
}
