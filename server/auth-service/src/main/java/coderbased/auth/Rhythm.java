package coderbased.auth;

import java.time.Duration;
import java.time.Instant;

/** Lets something happen now and then however often it is asked. Thread-safe. */
final class Rhythm {

    private final Duration every;
    private Instant last = Instant.EPOCH;

    Rhythm(Duration every) {
        this.every = every;
    }

    /** Whether it is time again; then the time counts anew. */
    synchronized boolean isDue(Instant now) {
        // A clock that was set back must not stop everything until it has caught up.
        boolean due = now.isBefore(last) || !now.isBefore(last.plus(every));
        if (due) {
            last = now;
        }
        return due;
    }
}
