package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.MutableClock;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Regular work and rates, by clocks that go forward and back. */
final class ThrottleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Throttle throttle = new Throttle(MINUTE);

    @Test
    void workIsDueOnceInEachInterval() {
        assertTrue(throttle.isDue(NOW));
        assertFalse(throttle.isDue(NOW));
        assertFalse(throttle.isDue(NOW.plus(MINUTE).minusMillis(1)));
        assertTrue(throttle.isDue(NOW.plus(MINUTE)));
        assertFalse(throttle.isDue(NOW.plus(MINUTE)));
    }

    @Test
    void aBackwardClockMakesWorkDue() {
        assertTrue(throttle.isDue(NOW));
        assertTrue(throttle.isDue(NOW.minusMillis(1)));
        assertFalse(throttle.isDue(NOW));
    }

    @Test
    void ratesCountTheTimeThatPassed() {
        MutableClock clock = MutableClock.standing();
        TimeMeter meter = new SteadyTime(clock).meter();
        long begin = meter.currentTimeNanos();
        assertEquals(Duration.between(Instant.EPOCH, clock.instant()).toNanos(), begin);
        clock.turn(MINUTE);
        assertEquals(begin + MINUTE.toNanos(), meter.currentTimeNanos());
        clock.turn(Duration.ofDays(-1));
        assertEquals(begin + MINUTE.toNanos(), meter.currentTimeNanos());
        assertTrue(meter.isWallClockBased());
    }
}
