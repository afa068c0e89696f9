package coderbased.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The rate of an event over about the last second. Thread-safe. */
final class FrameRate {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final InstantSource clock;
    private Instant began;
    private int count;
    private double lastRate;

    FrameRate(InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
    }

    synchronized void tick() {
        count++;
        close();
    }

    synchronized double perSecond() {
        close();
        return lastRate;
    }

    private void close() {
        Duration passed = Duration.between(began, clock.instant());
        if (passed.compareTo(WINDOW) >= 0) {
            lastRate = count * 1e9 / passed.toNanos();
            count = 0;
            began = began.plus(passed);
        }
    }
}
