package coderbased.qr.code;

import coderbased.qr.finders.LeastSquares;

/**
 * Finds the perspective of a code from points of the picture of which one module coordinate is known each, by least
 * squares. The points are taken relative to an origin and a length in the code, so that the numbers stay comparable.
 */
final class GridEquations {

    private static final int UNKNOWNS = 8;

    private final LeastSquares system = new LeastSquares(UNKNOWNS);
    private final double[] factors = new double[UNKNOWNS];
    private final double[] inverse = new double[UNKNOWNS];
    private double size;
    private double originX;
    private double originY;
    private double unit;

    /**
     * Starts again, for a code of {@code newSize} modules with a point at {@code x, y} and about {@code length} long.
     */
    void start(int newSize, double x, double y, double length) {
        size = newSize;
        originX = x;
        originY = y;
        unit = 1 / length;
        system.clear();
    }

    /** Adds a point {@code x, y} that lies {@code u} modules from the code's left edge. */
    void addU(double x, double y, double u) {
        add(x, y, 0, u);
    }

    /** Adds a point {@code x, y} that lies {@code v} modules from the code's upper edge. */
    void addV(double x, double y, double v) {
        add(x, y, 3, v);
    }

    /** Puts what fits best into {@code to}; false if that is no code seen from its front. */
    boolean solve(Perspective to) {
        if (!system.solve(inverse) || !to.setInverse(inverse, size)) {
            return false;
        }
        to.place(1 / unit, originX, originY);
        return to.holds(size);
    }

    private void add(double atX, double atY, int first, double modules) {
        double x = (atX - originX) * unit;
        double y = (atY - originY) * unit;
        double target = modules / size;
        int other = 3 - first;
        factors[first] = x;
        factors[first + 1] = y;
        factors[first + 2] = 1;
        factors[other] = 0;
        factors[other + 1] = 0;
        factors[other + 2] = 0;
        factors[6] = -target * x;
        factors[7] = -target * y;
        system.add(factors, target, 1);
    }
}
