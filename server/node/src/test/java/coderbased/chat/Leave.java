package coderbased.chat;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The drain of a node that restarts, without the node: the times of its own {@link Drain}. */
public final class Leave {

    private Leave() {}

    /** Returns the time between telling the first device and telling the device with that number. */
    public static Duration told(int number) {
        return Duration.ofMillis(number / Drain.BATCH * Drain.BATCH_INTERVAL_MILLIS);
    }

    /** Returns the time after which it is asked to come back. */
    public static Duration hint(RandomGenerator random) {
        return Drain.hint(random);
    }
}
