package coderbased.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by itself and can be turned. Thread-safe. */
public final class TurnableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration turned = Duration.ZERO;

    /** Turns it forward, or back. */
    public void turn(Duration by) {
        turned = turned.plus(by);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(turned);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the product keeps time in UTC");
    }
}
