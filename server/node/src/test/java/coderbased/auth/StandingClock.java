package coderbased.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is turned, so that a story says exactly when things happen. Thread-safe. */
public final class StandingClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-01T12:00:00Z");

    /** Turns it forward, or back. */
    public void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
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
