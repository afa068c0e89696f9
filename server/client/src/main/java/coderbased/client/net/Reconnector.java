package coderbased.client.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the next attempt; at most one is waiting. If the machine sleeps meanwhile, which shows when the wall clock
 * is ahead of the timers, the attempt follows at once when it wakes. Used on the client thread.
 */
public final class Reconnector {

    private static final Duration LOOK_AT_THE_CLOCK = Duration.ofSeconds(1);

    private final ClientThread thread;
    private final Clock clock;
    private final Backoff backoff;
    private @Nullable Subscription waiting;

    public Reconnector(ClientThread thread, ClientContext surroundings) {
        this.thread = thread;
        this.clock = surroundings.clock();
        this.backoff = new Backoff(surroundings.timing(), surroundings.random(), clock);
    }

    /**
     * Runs {@code dial} after the next wait.
     *
     * @param hint wait that the server asked for, or zero
     */
    public void later(Duration hint, Runnable dial) {
        await(backoff.next(hint), dial);
    }

    /** Runs {@code dial} after the wait that fits that disconnection. */
    public void later(Disconnection lost, Runnable dial) {
        await(lost.unreached() ? backoff.nextUnreached() : backoff.next(lost.hint()), dial);
    }

    /** Records that the server answered: the next wait is short again. */
    public void reached() {
        backoff.reset();
    }

    /** Cancels the waiting attempt. */
    public void stop() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }

    private void await(Duration time, Runnable dial) {
        stop();
        look(time, clock.instant().plus(time), dial);
    }

    private void look(Duration left, Instant due, Runnable dial) {
        Duration step = left.compareTo(LOOK_AT_THE_CLOCK) < 0 ? left : LOOK_AT_THE_CLOCK;
        waiting = thread.after(step, () -> {
            Duration rest = left.minus(step);
            if (rest.isZero() || clock.instant().isAfter(due)) {
                dial.run();
            } else {
                look(rest, due, dial);
            }
        });
    }
}
