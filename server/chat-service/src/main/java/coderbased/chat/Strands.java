package coderbased.chat;

/** One connection's {@link Strand}s, each after the other. Thread-safe. */
final class Strands {

    private volatile Strand now = new Strand();

    /** What is asked now follows what was asked before. */
    Strand now() {
        return now;
    }

    /** What is asked from now on begins with the oldest that is not stored. */
    void startOver() {
        now = new Strand();
    }
}
