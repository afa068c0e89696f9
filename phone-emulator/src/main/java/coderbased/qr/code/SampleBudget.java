package coderbased.qr.code;

/**
 * The bound on what is done for one frame, counted in samples of the picture and what takes as long. A clock would
 * let a busy machine read less.
 */
final class SampleBudget {

    private long spent;
    private long most;

    /** Starts a frame that may cost {@code samples}. */
    void start(long samples) {
        spent = 0;
        most = samples;
    }

    void spend(long samples) {
        spent += samples;
    }

    long spent() {
        return spent;
    }

    /** True while something is left. */
    boolean isLeft() {
        return spent < most;
    }
}
