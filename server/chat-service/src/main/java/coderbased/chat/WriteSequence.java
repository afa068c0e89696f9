package coderbased.chat;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one device asked to have stored in order. Once something of it could not be stored, nothing that follows is, until the
 * device begins anew with the oldest: so a disk that has room again in the middle of five messages does not store the last
 * two before the first three. Thread-safe.
 */
final class WriteSequence {

    private final AtomicBoolean over;
    private volatile boolean torn;
    private volatile boolean closed;

    /** One that no device's end tears. */
    WriteSequence() {
        this(new AtomicBoolean());
    }

    /** @param over set once the device may have nothing more stored */
    WriteSequence(AtomicBoolean over) {
        this.over = over;
    }

    /** Something of it could not be stored. */
    void tear() {
        torn = true;
    }

    boolean isTorn() {
        return torn || over.get();
    }

    /** Takes nothing more; what it has taken is stored all the same. */
    void close() {
        closed = true;
    }

    /** True if nothing more is taken that follows on it. */
    boolean isClosed() {
        return closed;
    }
}
