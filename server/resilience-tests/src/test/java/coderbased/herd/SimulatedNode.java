package coderbased.herd;

import coderbased.chat.Gate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A node as a herd sees it. Who comes waits to be accepted; who is accepted shows the token at the {@link Gate}; who is
 * let in is served in steps, each behind all that wait already. While some wait to be accepted and others to be served,
 * the node works for both in turn.
 */
final class SimulatedNode {

    /** The session is read, renewed, and looked up; then comes what was missed. */
    static final int STEPS_TO_ADMISSION = 3;

    static final int STEPS = STEPS_TO_ADMISSION + 1;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final VirtualTime time;
    private final Pace pace;
    private final Gate gate;
    private final Deque<Attempt> accepting = new ArrayDeque<>();
    private final Deque<Attempt> served = new ArrayDeque<>();
    private boolean works;
    private boolean acceptedLast;
    private int resuming;
    private int mostResuming;

    SimulatedNode(VirtualTime time, Pace pace, Gate gate) {
        this.time = time;
        this.pace = pace;
        this.gate = gate;
        look();
    }

    /** A connection is asked for; false where it is not answered. */
    boolean knock(Attempt attempt) {
        if (accepting.size() >= pace.accepting()) {
            return false;
        }
        accepting.add(attempt);
        workOn();
        return true;
    }

    Gate gate() {
        return gate;
    }

    /** It passed the gate. */
    void entered() {
        resuming++;
        mostResuming = Math.max(mostResuming, resuming);
    }

    /** It has caught up, or is gone. */
    void left() {
        resuming--;
    }

    /** The next step for one that passed. */
    void serve(Attempt attempt) {
        served.add(attempt);
        workOn();
    }

    /** So many were on their way at once. */
    int mostResuming() {
        return mostResuming;
    }

    private void look() {
        gate.look(time.nanos());
        time.after(LOOK, this::look);
    }

    private void workOn() {
        if (works) {
            return;
        }
        // Who is gone meanwhile costs nothing any more.
        accepting.removeIf(Attempt::isOver);
        while (!served.isEmpty() && served.getFirst().isOver()) {
            served.removeFirst();
        }
        boolean accepts = !accepting.isEmpty() && (served.isEmpty() || !acceptedLast);
        Attempt next = accepts ? accepting.poll() : served.poll();
        if (next != null) {
            works = true;
            acceptedLast = accepts;
            time.afterNanos(accepts ? pace.handshakeNanos() : pace.stepNanos(STEPS), () -> done(next, accepts));
        }
    }

    private void done(Attempt attempt, boolean accepted) {
        works = false;
        if (!attempt.isOver()) {
            if (accepted) {
                attempt.accepted();
            } else {
                attempt.step();
            }
        }
        workOn();
    }
}
