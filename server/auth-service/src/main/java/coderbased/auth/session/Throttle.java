package coderbased.auth.session;

import java.time.Duration;
import java.time.Instant;

/** A throttle: lets something happen at most once in an interval. Thread-safe. */
public final class Throttle {

    private final Duration every;
    private Instant last = Instant.EPOCH;

    public Throttle(Duration every) {
        this.every = every;
    }

    /** True if the interval has passed; the next one begins then. */
    public synchronized boolean isDue(Instant now) {
        // A clock that was set back must not stop everything until it has caught up.
        boolean due = now.isBefore(last) || !now.isBefore(last.plus(every));
        if (due) {
            last = now;
        }
        return due;
    }
}
