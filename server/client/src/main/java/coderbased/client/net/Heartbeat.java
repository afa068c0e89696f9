package coderbased.client.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Detects a connection whose other end is gone although nothing closed it. It pings at intervals, and at once if this
 * machine seems to have slept, which shows when the wall clock is ahead of the timers.
 *
 * <p>Used on the client thread.
 */
final class Heartbeat {

    /** The connection under observation. */
    interface Patient {

        /** Asks the other end for a sign of life. */
        void ping();

        /** Reports that no sign of life came. */
        void dead();
    }

    private static final int CHECKS_PER_PING = 10;

    private final ClientThread thread;
    private final Clock clock;
    private final Duration every;
    private final Patient patient;
    private Instant lastCheck;
    private int checksSincePing;
    private boolean asked;
    private @Nullable Subscription next;

    Heartbeat(ClientThread thread, Clock clock, Duration every, Patient patient) {
        this.thread = thread;
        this.clock = clock;
        this.every = every;
        this.patient = patient;
        this.lastCheck = clock.instant();
    }

    void start() {
        lastCheck = clock.instant();
        checkLater();
    }

    /** Records a sign of life. */
    void heard() {
        asked = false;
    }

    void stop() {
        if (next != null) {
            next.close();
        }
    }

    private void checkLater() {
        next = thread.after(every.dividedBy(CHECKS_PER_PING), this::check);
    }

    private void check() {
        boolean slept = hasSlept();
        checksSincePing++;
        if (asked && checksSincePing * 2 >= CHECKS_PER_PING) {
            patient.dead();
            return;
        }
        if (!asked && (slept || checksSincePing >= CHECKS_PER_PING)) {
            asked = true;
            checksSincePing = 0;
            patient.ping();
        }
        checkLater();
    }

    private boolean hasSlept() {
        Instant now = clock.instant();
        boolean slept = Duration.between(lastCheck, now).compareTo(every) > 0;
        lastCheck = now;
        return slept;
    }
}
