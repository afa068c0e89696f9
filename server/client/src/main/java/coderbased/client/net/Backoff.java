package coderbased.client.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Waiting times between attempts: exponential, with full jitter, so that clients do not all return to a server at once.
 *
 * <p>A restart takes seconds, and dialling an address that nobody listens on costs nothing. For the first minute of
 * that, the waits stay short, so that clients are back soon after the server. Not thread-safe.
 */
public final class Backoff {

    private static final Duration MAX_HINT = Duration.ofMinutes(10);
    private static final Duration RESTART_TIME = Duration.ofMinutes(1);
    private static final Duration MAX_RESTART_WAIT = Duration.ofSeconds(2);
    private static final Duration MAX_FROZEN_WAIT = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 30;

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
     * Returns the wait before the next attempt, and counts one more failure.
     *
     * @param hint wait that the server asked for, which is never shortened; zero for none
     */
    Duration next(Duration hint) {
        return within(hint).plusMillis(draw(timing.longestRetry().toMillis()));
    }

    /** Returns the wait before the next attempt if no server was reached. */
    Duration nextUnreached() {
        long longest = timing.longestRetry().toMillis();
        return Duration.ofMillis(draw(mayBeRestarting() ? Math.min(longest, MAX_RESTART_WAIT.toMillis()) : longest));
    }

    /** Returns the wait before a frozen device asks again if it was thawed: short, because its user waits for that. */
    Duration nextFrozen() {
        return Duration.ofMillis(draw(Math.min(timing.longestRetry().toMillis(), MAX_FROZEN_WAIT.toMillis())));
    }

    /** Resets the failure count after a success. */
    void reset() {
        failures = 0;
        unreachedSince = null;
    }

    private boolean mayBeRestarting() {
        Instant now = clock.instant();
        if (unreachedSince == null || now.isBefore(unreachedSince)) {
            unreachedSince = now;
        }
        return now.isBefore(unreachedSince.plus(RESTART_TIME));
    }

    private long draw(long longest) {
        long ceiling = timing.firstRetry().toMillis() << failures;
        if (ceiling < longest && failures < MAX_DOUBLINGS) {
            failures++;
        }
        return random.nextLong(Math.min(longest, ceiling) + 1);
    }

    private static Duration within(Duration hint) {
        if (hint.isNegative()) {
            return Duration.ZERO;
        }
        return hint.compareTo(MAX_HINT) > 0 ? MAX_HINT : hint;
    }
}
