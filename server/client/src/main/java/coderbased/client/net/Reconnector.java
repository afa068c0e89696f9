package coderbased.client.net;

import coderbased.protocol.DisconnectReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the next attempt; at most one is waiting. If the machine sleeps meanwhile, which shows when the wall clock
 * is ahead of the timers, the attempt follows at once when it wakes. Used on the client thread.
 */
public final class Reconnector {

    private static final Duration CLOCK_CHECK_INTERVAL = Duration.ofSeconds(1);

    private final ClientThread thread;
    private final Clock clock;
    private final Backoff backoff;
    private @Nullable Subscription waiting;

    public Reconnector(ClientThread thread, ClientContext context) {
        this.thread = thread;
        this.clock = context.clock();
        this.backoff = new Backoff(context.timing(), context.random(), clock);
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
        if (lost.stop() == DisconnectReason.FROZEN) {
            await(backoff.nextFrozen(), dial);
        } else {
            await(lost.unreached() ? backoff.nextUnreached() : backoff.next(lost.hint()), dial);
        }
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
        check(time, clock.instant().plus(time), dial);
    }

    private void check(Duration left, Instant due, Runnable dial) {
        Duration step = left.compareTo(CLOCK_CHECK_INTERVAL) < 0 ? left : CLOCK_CHECK_INTERVAL;
        waiting = thread.after(step, () -> {
            Duration rest = left.minus(step);
            if (rest.isZero() || clock.instant().isAfter(due)) {
                dial.run();
            } else {
                check(rest, due, dial);
            }
        });
    }
}
