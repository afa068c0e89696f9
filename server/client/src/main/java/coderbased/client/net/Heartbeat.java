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

    private static final int LOOKS_PER_PING = 10;

    private final ClientThread thread;
    private final Clock clock;
    private final Duration every;
    private final Patient patient;
    private Instant lastLook;
    private int looksSincePing;
    private boolean asked;
    private @Nullable Subscription next;

    Heartbeat(ClientThread thread, Clock clock, Duration every, Patient patient) {
        this.thread = thread;
        this.clock = clock;
        this.every = every;
        this.patient = patient;
        this.lastLook = clock.instant();
    }

    void start() {
        lastLook = clock.instant();
        lookLater();
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

    private void lookLater() {
        next = thread.after(every.dividedBy(LOOKS_PER_PING), this::look);
    }

    private void look() {
        boolean slept = hasSlept();
        looksSincePing++;
        if (asked && looksSincePing * 2 >= LOOKS_PER_PING) {
            patient.dead();
            return;
        }
        if (!asked && (slept || looksSincePing >= LOOKS_PER_PING)) {
            asked = true;
            looksSincePing = 0;
            patient.ping();
        }
        lookLater();
    }

    private boolean hasSlept() {
        Instant now = clock.instant();
        boolean slept = Duration.between(lastLook, now).compareTo(every) > 0;
        lastLook = now;
        return slept;
    }
}
