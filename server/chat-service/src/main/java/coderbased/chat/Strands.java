package coderbased.chat;

import java.util.concurrent.atomic.AtomicBoolean;

/** One connection's {@link Strand}s, each after the other. Thread-safe. */
final class Strands {

    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Strand now = new Strand(over);

    /** What is asked now follows what was asked before. */
    Strand now() {
        return now;
    }

    /** The strand of a write that follows no other. */
    Strand alone() {
        return new Strand(over);
    }

    /** What is asked from now on begins with the oldest that is not stored. */
    void startOver() {
        now = new Strand(over);
    }

    /** The session was cut: of what was asked before, nothing is stored that is not under way. */
    void end() {
        over.set(true);
    }
}
