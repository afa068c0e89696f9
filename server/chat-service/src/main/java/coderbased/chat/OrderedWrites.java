package coderbased.chat;

import java.util.concurrent.atomic.AtomicBoolean;

/** One connection's {@link WriteSequence}s, each after the other. Thread-safe. */
final class OrderedWrites {

    private final AtomicBoolean over = new AtomicBoolean();
    private volatile WriteSequence now = new WriteSequence(over);

    /** What is asked now follows what was asked before. */
    WriteSequence now() {
        return now;
    }

    /** The strand of a write that follows no other. */
    WriteSequence alone() {
        return new WriteSequence(over);
    }

    /** What is asked from now on begins with the oldest that is not stored. */
    void startOver() {
        now = new WriteSequence(over);
    }

    /** The session was cut: of what was asked before, nothing is stored that is not under way. */
    void end() {
        over.set(true);
    }
}
