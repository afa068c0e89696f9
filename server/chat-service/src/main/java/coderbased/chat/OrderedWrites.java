package coderbased.chat;

import java.util.concurrent.atomic.AtomicBoolean;

/** The {@link WriteSequence}s of one connection, one after the other. Thread-safe. */
final class OrderedWrites {

    private final AtomicBoolean over = new AtomicBoolean();
    private volatile WriteSequence now = new WriteSequence(over);

    /** Returns the current sequence: a write in it follows the earlier ones. */
    WriteSequence now() {
        return now;
    }

    /** Returns a sequence for a write that follows no other. */
    WriteSequence alone() {
        return new WriteSequence(over);
    }

    /** Begins a new sequence, because the device begins again with its oldest write that is not stored. */
    void startOver() {
        now = new WriteSequence(over);
    }

    /** Ends all sequences, because the session was cut: nothing is stored any more except writes under way. */
    void end() {
        over.set(true);
    }
}
