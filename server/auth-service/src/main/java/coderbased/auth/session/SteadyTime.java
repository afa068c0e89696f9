package coderbased.auth.session;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that only goes forward, made of a clock that may be set back: then it goes on from where it was. Lengths of time
 * are measured with it, and never with the clock itself. It has to be read often, because what passed between the last
 * look and the moment when the clock was set back is not seen. Thread-safe.
 */
public final class SteadyTime {

    private final Clock clock;
    private Instant lastRead;
    private Instant now;

    /** Begins at the time of that clock. */
    public SteadyTime(Clock clock) {
        this.clock = clock;
        this.lastRead = clock.instant();
        this.now = lastRead;
    }

    /** Returns a moment that is not before any that was returned earlier. It is no time of day. */
    public synchronized Instant now() {
        Instant read = clock.instant();
        if (read.isAfter(lastRead)) {
            now = now.plus(Duration.between(lastRead, read));
        }
        lastRead = read;
        return now;
    }

    /** The same for rates: a clock that was set back must not keep shut what was used up before. */
    public TimeMeter meter() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.between(Instant.EPOCH, now()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
