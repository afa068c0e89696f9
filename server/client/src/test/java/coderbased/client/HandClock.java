package coderbased.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Wall clock that only a test moves, while the timers run on. Thread-safe. */
public final class HandClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-01T12:00:00Z");

    public synchronized void turn(Duration by) {
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
        return this;
    }
}
