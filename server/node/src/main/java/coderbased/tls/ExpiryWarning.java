package coderbased.tls;

import java.time.Duration;
import java.time.Instant;

/**
 * Rule of when an operator hears that a certificate expires: 30 days ahead, 7 days ahead and then daily, also after the
 * end. Not thread-safe.
 */
final class ExpiryWarning {

    private static final long EARLY_DAYS = 30;
    private static final long LATE_DAYS = 7;
    private static final long NOTHING_TO_SAY = Long.MAX_VALUE;

    private long said = NOTHING_TO_SAY;

    /** True if it has to be said now. Each stage is reported once. */
    boolean isDue(Instant now, Instant until) {
        long stage = stage(Math.floorDiv(
                Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds()));
        boolean isDue = stage != NOTHING_TO_SAY && stage != said;
        said = stage;
        return isDue;
    }

    private static long stage(long daysLeft) {
        if (daysLeft >= EARLY_DAYS) {
            return NOTHING_TO_SAY;
        }
        return daysLeft >= LATE_DAYS ? EARLY_DAYS : daysLeft;
    }
}
