package coderbased.desktop;

/** The Guest State while paused: the codes ran out because nobody scanned. */
final class PausedViewModel implements Screen {

    private final Runnable newCode;

    PausedViewModel(Runnable newCode) {
        this.newCode = newCode;
    }

    /** Asks for a code. */
    void showNewCode() {
        newCode.run();
    }
}
