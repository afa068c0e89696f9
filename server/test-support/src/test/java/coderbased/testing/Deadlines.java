package coderbased.testing;

import java.time.Duration;

/**
 * The factor by which every deadline of the tests is longer than on a quiet machine: the system property {@code
 * test.patience}, 1 by default.
 */
public final class Deadlines {

    private static final double FACTOR = Double.parseDouble(System.getProperty("test.patience", "1"));

    private Deadlines() {}

    /** Returns the deadline for something that takes at most this long on a quiet machine. */
    public static Duration of(Duration quiet) {
        return Duration.ofMillis(scaled(quiet.toMillis()));
    }

    /** Returns the same in seconds, at least one. */
    public static long seconds(long quiet) {
        return scaled(quiet);
    }

    /** Returns the same in milliseconds, at least one. */
    public static int millis(int quiet) {
        return Math.toIntExact(scaled(quiet));
    }

    private static long scaled(long quiet) {
        return Math.max(1, Math.round(quiet * FACTOR));
    }
}
