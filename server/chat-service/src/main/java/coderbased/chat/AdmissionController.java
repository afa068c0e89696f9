package coderbased.chat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;

/**
 * Lets devices in no faster than they are served. After a restart all of them come at once, and with everybody let in,
 * everybody would wait, give up and come again.
 *
 * <p>A device is on its way from the moment it shows its token until it has caught up. So many may be at once as are served
 * in two seconds, at the rate measured while there are too many; a few always may. Each of the others is told a time of its
 * own to come back, one after the other, somewhat faster than that rate: a queue that holds no connection. Thread-safe;
 * {@code nanos} is a clock that only goes forward.
 */
final class AdmissionController {

    private static final long SECOND = 1_000_000_000L;
    private static final double SECONDS_ON_THE_WAY = 2;
    private static final double LOWEST_RATE = 1;

    /** So many times the rate come back: where fewer come than are served, no higher rate would ever be measured. */
    private static final double CALLED = 1.5;

    private static final int EARLIEST_MILLIS = 500;
    private static final int LATEST_MILLIS = 30_000;

    /** Who takes longer, reading slowly perhaps, no longer stands in anybody's way. */
    private static final long LONGEST = 10 * SECOND;

    private final int least;
    private final RandomGenerator random;
    private final SequencedSet<Turn> onTheWay = new LinkedHashSet<>();
    private double rate;
    private int served;
    private boolean full;
    private long measuredAt;
    private long lastTimeGiven;

    /** @param least so many are let in at once, whatever was measured */
    AdmissionController(int least, RandomGenerator random, long nanos) {
        this.least = least;
        this.rate = least / SECONDS_ON_THE_WAY;
        this.random = random;
        measuredAt = nanos;
        lastTimeGiven = nanos;
    }

    /** Whether a device may go on. */
    sealed interface Answer {}

    /** It is on its way, until somebody says that it no longer is. */
    final class Turn implements Answer {

        private final long since;

        private Turn(long since) {
            this.since = since;
        }

        /** It has all that it missed. */
        void caughtUp() {
            over(this, 1);
        }

        /** It is gone; nothing happens where it had caught up before. */
        void gone() {
            over(this, 0);
        }
    }

    /** There are too many; it comes back after that time. */
    record Later(Duration comeBackAfter) implements Answer {}

    /** A device shows its token. */
    synchronized Answer enter(long nanos) {
        while (!onTheWay.isEmpty() && nanos - onTheWay.getFirst().since > LONGEST) {
            onTheWay.removeFirst();
        }
        if (onTheWay.size() >= Math.max(least, rate * SECONDS_ON_THE_WAY)) {
            full = true;
            return new Later(Duration.ofMillis(timeOfItsOwn(nanos)));
        }
        Turn turn = new Turn(nanos);
        onTheWay.addLast(turn);
        return turn;
    }

    /** Measures; to be called several times a second. */
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
        if (onTheWay.remove(turn)) {
            this.served += served;
        }
    }

    /**
     * At the latest times there is no order any more, only a spread. It begins early: what is measured while all of them
     * knock is less than what can be served as soon as they have.
     */
    private long timeOfItsOwn(long nanos) {
        long next = Math.max(lastTimeGiven, nanos) + (long) (SECOND / (CALLED * rate));
        long millis = (next - nanos) / 1_000_000;
        if (millis > LATEST_MILLIS) {
            return random.nextInt(LATEST_MILLIS / 4, LATEST_MILLIS);
        }
        lastTimeGiven = next;
        return EARLIEST_MILLIS + millis;
    }
}
