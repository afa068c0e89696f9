package coderbased.store.chat;

import coderbased.chat.RefusalReason;
import java.time.Duration;
import java.time.Instant;

/**
 * The day to which one transaction counts. Around midnight, a node whose clock is behind counts to the day that another
 * node has begun. A day further ahead comes from a wrong clock, and is ignored.
 *
 * @param number days since 1970, UTC
 * @param at the time of the transaction
 */
record LimitDay(long number, Instant at) {

    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    static LimitDay at(Instant at) {
        return new LimitDay(Math.floorDiv(at.toEpochMilli(), MILLIS_PER_DAY), at);
    }

    /** True if amounts stored with that day count. */
    boolean counts(long stored) {
        return stored == number || stored == next();
    }

    /** Returns the number of the following day. */
    long next() {
        return number + 1;
    }

    /** Returns a refusal that ends at midnight. */
    WriteRefused untilTomorrow(RefusalReason why) {
        return new WriteRefused(why, next() * MILLIS_PER_DAY - at.toEpochMilli());
    }
}
