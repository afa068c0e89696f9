package coderbased.phone.scan;

import coderbased.qr.Hint;

/** Keeps hints from flickering: one counts once it has been given a few times in a row, and stays for a moment. */
final class SteadyHint {

    private static final int REPEATS_NEEDED = 4;

    private Hint shown = Hint.NONE;
    private Hint candidate = Hint.NONE;
    private int inARow;

    /** Returns the hint to show after this look. */
    Hint after(Hint hint) {
        inARow = hint == candidate ? inARow + 1 : 1;
        candidate = hint;
        if (inARow >= (candidate == Hint.NONE ? 2 * REPEATS_NEEDED : REPEATS_NEEDED)) {
            shown = candidate;
        }
        return shown;
    }

    void reset() {
        shown = Hint.NONE;
        candidate = Hint.NONE;
        inARow = 0;
    }
}
