package coderbased.client.net;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A device's waits between attempts, without the device: its own {@link Backoff} and timing.
 */
public final class WayBack {

    /** Timeouts and ping interval of a device. */
    public static final Timing TIMING = Timing.standard();

    private final Backoff backoff;

    public WayBack(RandomGenerator random, Clock clock) {
        backoff = new Backoff(TIMING, random, clock);
    }

    /** The wait after a connection that was lost, or never was answered. */
    public Duration afterLoss() {
        return backoff.next(Duration.ZERO);
    }

    /** The wait where nobody listened. */
    public Duration afterSilence() {
        return backoff.nextUnreached();
    }

    /** The wait after the server said when to come back. */
    public Duration afterWord(Duration comeBackAfter) {
        return backoff.next(comeBackAfter);
    }

    /** The device was let in. */
    public void in() {
        backoff.reset();
    }
}
