package coderbased.chat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;

/**
 * The rate limit on admissions: devices are let in no faster than they can be served. After a restart all of them come
 * at once. If all were let in, all would wait, give up and come again.
 *
 * <p>A device is under way from the moment it shows its token until it has caught up. The number under way is limited
 * to what is served in two seconds, at the rate measured under overload, with a fixed minimum. Each of the others is
 * told its own time to come back, one after the other, at somewhat more than that rate: a queue that holds no
 * connection. Thread-safe; {@code nanos} is a monotonic clock.
 */
final class AdmissionController {

    private static final long SECOND = 1_000_000_000L;
    private static final double SECONDS_UNDER_WAY = 2;
    private static final double LOWEST_RATE = 1;

    /**
     * The called-back rate is a multiple of the served rate. If fewer devices came than are served, a higher rate would
     * never be measured.
     */
    private static final double CALL_FACTOR = 1.5;

    private static final int MIN_DELAY_MILLIS = 500;
    private static final int MAX_DELAY_MILLIS = 30_000;

    /** A device that takes longer, perhaps because it reads slowly, no longer counts as under way. */
    private static final long MAX_TURN_NANOS = 10 * SECOND;

    private final int least;
    private final RandomGenerator random;
    private final SequencedSet<Turn> resuming = new LinkedHashSet<>();
    private double rate;
    private int served;
    private boolean full;
    private long measuredAt;
    private long lastTimeGiven;

    /** @param least the number of devices that are always let in at once */
    AdmissionController(int least, RandomGenerator random, long nanos) {
        this.least = least;
        this.rate = least / SECONDS_UNDER_WAY;
        this.random = random;
        measuredAt = nanos;
        lastTimeGiven = nanos;
    }

    /** The answer to a device that wants to come in. */
    sealed interface Answer {}

    /** The device is let in; it is under way until the turn ends. */
    final class Turn implements Answer {

        private final long since;

        private Turn(long since) {
            this.since = since;
        }

        /** Ends the turn: the device has caught up. */
        void caughtUp() {
            over(this, 1);
        }

        /** Ends the turn, not counted as served: the device is gone. Does nothing after {@link #caughtUp}. */
        void gone() {
            over(this, 0);
        }
    }

    /** Too many devices are under way; this one comes back after that time. */
    record Later(Duration comeBackAfter) implements Answer {}

    /** Admits a device that shows its token, or tells it when to come back. */
    synchronized Answer enter(long nanos) {
        while (!resuming.isEmpty() && nanos - resuming.getFirst().since > MAX_TURN_NANOS) {
            resuming.removeFirst();
        }
        if (resuming.size() >= Math.max(least, rate * SECONDS_UNDER_WAY)) {
            full = true;
            return new Later(Duration.ofMillis(timeOfItsOwn(nanos)));
        }
        Turn turn = new Turn(nanos);
        resuming.addLast(turn);
        return turn;
    }

    /** Measures the rate; called several times a second. */
    synchronized void look(long nanos) {
        long since = nanos - measuredAt;
        if (since < SECOND) {
            return;
        }
        if (full) {
            double now = served * (double) SECOND / since;
            rate = Math.max(LOWEST_RATE, (rate + now) / 2);
        }
        served = 0;
        full = false;
        measuredAt = nanos;
    }

    private synchronized void over(Turn turn, int served) {
        if (resuming.remove(turn)) {
            this.served += served;
        }
    }

    /**
     * At the latest times there is no order, only a random spread. The spread begins early, because the rate measured
     * during the rush is lower than the rate right after it.
     */
    private long timeOfItsOwn(long nanos) {
        long next = Math.max(lastTimeGiven, nanos) + (long) (SECOND / (CALL_FACTOR * rate));
        long millis = (next - nanos) / 1_000_000;
        if (millis > MAX_DELAY_MILLIS) {
            return random.nextInt(MAX_DELAY_MILLIS / 4, MAX_DELAY_MILLIS);
        }
        lastTimeGiven = next;
        return MIN_DELAY_MILLIS + millis;
    }
}
