package coderbased.chat;

/**
 * What one device asked to have stored in order. Once something of it could not be stored, nothing that follows is, until the
 * device begins anew with the oldest: so a disk that has room again in the middle of five messages does not store the last
 * two before the first three. Thread-safe.
 */
final class Strand {

    private volatile boolean torn;

    /** Something of it could not be stored. */
    void tear() {
        torn = true;
    }

    boolean isTorn() {
        return torn;
    }
}
