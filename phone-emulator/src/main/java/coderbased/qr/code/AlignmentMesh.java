package coderbased.qr.code;

import coderbased.qr.finders.FinderTriple;

/**
 * The middles of a dense code's alignment patterns as they lie in the picture. Each is looked for from those before it,
 * by their distance and direction, so that a bend of the paper adds up to nothing; the first row and column lie between
 * two finder patterns, whose axes tell how they begin and end.
 */
final class AlignmentMesh {

    private static final int MAX_KNOTS = 7;
    private static final double MIN_FOUND = 0.6;

    /** The offset in modules of the outermost knots from the middles of finder patterns. */
    private static final double CORNER = 3;

    private final double[] x = new double[MAX_KNOTS * MAX_KNOTS];
    private final double[] y = new double[MAX_KNOTS * MAX_KNOTS];
    private final AlignmentProbe probe = new AlignmentProbe();
    private double[] at = new double[0];
    private int knots;
    private int sought;
    private int found;

    /** Returns the number of knots along a side. */
    int knots() {
        return knots;
    }

    /** Returns the module coordinate of the knots of a column or a row. */
    double at(int index) {
        return at[index];
    }

    double x(int column, int row) {
        return x[row * knots + column];
    }

    double y(int column, int row) {
        return y[row * knots + column];
    }

    /** Finds the patterns of the code that {@code score} measures; false if too few of them are there. */
    boolean fit(GridScore score, FinderTriple triple) {
        FunctionPatterns patterns = score.patterns();
        knots = patterns.alignment().length;
        at = new double[knots];
        for (int i = 0; i < knots; i++) {
            at[i] = patterns.alignment()[i] + 0.5;
        }
        sought = 0;
        found = 0;
        probe.aim(score);
        Axes corner = Axes.of(triple.topLeft(), triple);
        Axes right = Axes.of(triple.topRight(), triple);
        Axes below = Axes.of(triple.bottomLeft(), triple);
        set(0, 0, corner.x(CORNER, CORNER), corner.y(CORNER, CORNER));
        set(knots - 1, 0, right.x(-CORNER, CORNER), right.y(-CORNER, CORNER));
        set(0, knots - 1, below.x(CORNER, -CORNER), below.y(CORNER, -CORNER));
        for (int i = 1; i < knots - 1; i++) {
            edge(corner, right, i, true);
            edge(corner, below, i, false);
        }
        for (int row = 1; row < knots; row++) {
            for (int column = 1; column < knots; column++) {
                inner(column, row);
            }
        }
        return foundShare() >= MIN_FOUND;
    }

    /** Returns the share of the patterns that were found, 0 to 1. */
    double foundShare() {
        return (double) found / sought;
    }

    /** Looks for a pattern of the first row or column, on the curve that the two finder patterns' axes suggest. */
    private void edge(Axes from, Axes to, int i, boolean isRow) {
        double length = at[knots - 1] - at[0];
        double t = (at[i] - at[0]) / length;
        double last = t * t * (3 - 2 * t);
        double leave = t * (1 - t) * (1 - t) * length;
        double arrive = -t * t * (1 - t) * length;
        int end = isRow ? knots - 1 : (knots - 1) * knots;
        double atX = (1 - last) * x[0]
                + last * x[end]
                + leave * (isRow ? from.ux() : from.vx())
                + arrive * (isRow ? to.ux() : to.vx());
        double atY = (1 - last) * y[0]
                + last * y[end]
                + leave * (isRow ? from.uy() : from.vy())
                + arrive * (isRow ? to.uy() : to.vy());
        probe.axes(
                mix(from.ux(), to.ux(), t),
                mix(from.uy(), to.uy(), t),
                mix(from.vx(), to.vx(), t),
                mix(from.vy(), to.vy(), t));
        look(isRow ? i : 0, isRow ? 0 : i, atX, atY);
    }

    /** Looks for a pattern where it completes the parallelogram with its neighbours to the left and above. */
    private void inner(int column, int row) {
        int here = row * knots + column;
        int up = here - knots;
        double wide = at[column] - at[column - 1];
        double high = at[row] - at[row - 1];
        double rightX = x[up] - x[up - 1];
        double rightY = y[up] - y[up - 1];
        double downX = x[here - 1] - x[up - 1];
        double downY = y[here - 1] - y[up - 1];
        probe.axes(rightX / wide, rightY / wide, downX / high, downY / high);
        look(column, row, x[here - 1] + rightX, y[here - 1] + rightY);
    }

    private void look(int column, int row, double expectedX, double expectedY) {
        sought++;
        set(column, row, expectedX, expectedY);
        if (probe.find(expectedX, expectedY)) {
            found++;
            set(column, row, probe.x(), probe.y());
        }
    }

    private void set(int column, int row, double atX, double atY) {
        x[row * knots + column] = atX;
        y[row * knots + column] = atY;
    }

    private static double mix(double first, double last, double t) {
        return first + t * (last - first);
    }
}
