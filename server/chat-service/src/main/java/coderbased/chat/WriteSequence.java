package coderbased.chat;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A sequence of one device's writes that are stored in order. Once one of them could not be stored, none that follows
 * is, until the device starts over with the oldest. So a disk that gets room in the middle of five messages does not
 * store the last two before the first three. Thread-safe.
 */
final class WriteSequence {

    private final AtomicBoolean over;
    private volatile boolean torn;
    private volatile boolean closed;

    /** Creates a sequence that no device's end tears. */
    WriteSequence() {
        this(new AtomicBoolean());
    }

    /** @param over set once nothing more of the device may be stored */
    WriteSequence(AtomicBoolean over) {
        this.over = over;
    }

    /** Records that one of the writes could not be stored. */
    void tear() {
        torn = true;
    }

    boolean isTorn() {
        return torn || over.get();
    }

    /** Closes the sequence for new writes; those that it has are stored all the same. */
    void close() {
        closed = true;
    }

    /** True if the sequence takes no more writes. */
    boolean isClosed() {
        return closed;
    }
}
