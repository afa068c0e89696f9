package coderbased.qr.code;

/**
 * Looks for an alignment pattern around where it should be. In a sharp picture it fits equally well anywhere within
 * half a module: the middle of all places where it does is taken, not the first of them.
 */
final class AlignmentSpot {

    private static final double GOOD = 0.45;
    private static final double TOLERANCE = 0.02;
    private static final double STEP = 0.5;
    private static final int MAX_STEPS = 10;

    /** Further apart than this, in modules, are two patterns, or noise. */
    private static final double SAME = 1;

    private final double[] fits = new double[(2 * MAX_STEPS + 1) * (2 * MAX_STEPS + 1)];
    private double u;
    private double v;

    /** Returns the position where it was found, in module coordinates. */
    double u() {
        return u;
    }

    double v() {
        return v;
    }

    /** Looks around the point {@code expected, expected}; false if nothing there looks like an alignment pattern. */
    boolean find(GridScore score, Perspective grid, double expected) {
        double reach = Math.min(MAX_STEPS * STEP, 2.5 + score.patterns().size() / 20.0);
        int steps = (int) (reach / STEP);
        int side = 2 * steps + 1;
        int best = 0;
        for (int i = 0; i < side * side; i++) {
            fits[i] = score.alignment(grid, expected + offset(i % side, steps), expected + offset(i / side, steps));
            best = fits[i] > fits[best] ? i : best;
        }
        if (fits[best] < GOOD) {
            return false;
        }
        double sumU = 0;
        double sumV = 0;
        int count = 0;
        for (int i = 0; i < side * side; i++) {
            double apart = STEP * Math.max(Math.abs(i % side - best % side), Math.abs(i / side - best / side));
            if (fits[i] >= fits[best] - TOLERANCE && apart <= SAME) {
                sumU += offset(i % side, steps);
                sumV += offset(i / side, steps);
                count++;
            }
        }
        u = expected + sumU / count;
        v = expected + sumV / count;
        return true;
    }

    private static double offset(int index, int steps) {
        return STEP * (index - steps);
    }
}
