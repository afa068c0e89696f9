package coderbased.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides when something is tried again; at most one try is waiting. Used on the client's own thread. */
final class Redial {

    private final ClientThread thread;
    private final Backoff backoff;
    private @Nullable Subscription waiting;

    Redial(ClientThread thread, Backoff backoff) {
        this.thread = thread;
        this.backoff = backoff;
    }

    /** Runs {@code dial} after the next wait. {@code hint}: what the server asked for, or zero. */
    void later(Duration hint, Runnable dial) {
        stop();
        waiting = thread.after(backoff.next(hint), dial);
    }

    /** The server answered: the next wait is a short one again. */
    void reached() {
        backoff.reset();
    }

    /** Drops the try that is waiting. */
    void stop() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
