package coderbased.chat;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The drain of a node that restarts, without the node: the times of its own {@link Drain}. */
public final class Leave {

    private Leave() {}

    /** When the device with that number is told, after the first. */
    public static Duration told(int number) {
        return Duration.ofMillis(number / Drain.BATCH * Drain.BATCH_INTERVAL_MILLIS);
    }

    /** When it is asked to come back. */
    public static Duration hint(RandomGenerator random) {
        return Drain.hint(random);
    }
}
