package coderbased.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that a test turns forward or back; it stands still or runs meanwhile. Thread-safe. */
public final class MutableClock extends Clock {

    private static final Instant BEGINNING = Instant.parse("2026-11-01T12:00:00Z");

    private final Clock base;
    private volatile Duration turned = Duration.ZERO;

    private MutableClock(Clock base) {
        this.base = base;
    }

    /** Returns a clock that stands at noon of 1 November 2026. */
    public static MutableClock standing() {
        return standingAt(BEGINNING);
    }

    /** Returns a clock that stands at that moment. */
    public static MutableClock standingAt(Instant now) {
        return new MutableClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Returns a clock that runs, and shows the real time until it is turned. */
    public static MutableClock running() {
        return new MutableClock(Clock.systemUTC());
    }

    /** Turns it forward, or back. */
    public synchronized void turn(Duration by) {
        turned = turned.plus(by);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(turned);
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
