package coderbased.auth.linking;

import coderbased.protocol.GuestServerMessage;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One waiting desktop in this node's memory: its {@link LinkState} and its connection.
 *
 * <p>Thread-safe. Phones, the desktop and the clock all change the same attempt. Each change is one step under the
 * attempt's lock, and both sides are told within the step, so each side hears of steps in the order in which they
 * happen. Telling is queueing, so the lock is held for microseconds.
 */
final class LinkAttempt {

    private final LinkingDesktop desktop;
    private final ReentrantLock lock = new ReentrantLock();
    private LinkState state;

    /** Null after the end: an attempt that is remembered must not hold its connection. */
    private @Nullable GuestListener connection;

    LinkAttempt(LinkingDesktop desktop, GuestListener connection, LinkState.Shown first) {
        this.desktop = desktop;
        this.connection = connection;
        this.state = first;
    }

    LinkingDesktop desktop() {
        return desktop;
    }

    LinkState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a step.
     *
     * @param next decides the step by the present state; empty if nothing changes
     * @param told tells both sides of the step, and returns the step that was made in the end; must not block
     * @return the step that was made; one from the present state to itself if there was none
     */
    LinkStep step(Function<LinkState, Optional<LinkStep>> next, UnaryOperator<LinkStep> told) {
        lock.lock();
        try {
            LinkStep made = next.apply(state).map(told).orElseGet(() -> new LinkStep(state, state, null));
            state = made.after();
            if (state.isFinal()) {
                connection = null;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    /** Sends to the desktop. False if its connection is gone. */
    boolean send(GuestServerMessage message) {
        GuestListener open = connection;
        try {
            if (open != null) {
                open.send(message);
            }
            return true;
        } catch (RuntimeException | Error _) {
            return false;
        }
    }
}
