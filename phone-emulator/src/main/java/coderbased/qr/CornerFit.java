package coderbased.qr;

/**
 * Fits the perspective of a whole code to the edges of its three finder patterns, by least squares over all their
 * points (up to 120 each, twelve outer corners' worth and more), instead of guessing a fourth point.
 */
final class CornerFit {

    private static final double CENTRE = 3.5;

    private final LeastSquares system = new LeastSquares(8);
    private final double[] factors = new double[8];
    private final double[] inverse = new double[8];
    private double originX;
    private double originY;
    private double unit;

    /** Puts the fit for a code of {@code size} modules into {@code to}; false if there is no sensible one. */
    boolean fit(FinderTriple triple, int size, Perspective to) {
        Finder corner = triple.topLeft();
        Finder right = triple.topRight();
        Finder below = triple.bottomLeft();
        originX = corner.x;
        originY = corner.y;
        unit = 1 / Math.hypot(right.x - corner.x, right.y - corner.y);
        system.clear();
        collect(corner, triple, CENTRE, CENTRE, size);
        collect(right, triple, size - CENTRE, CENTRE, size);
        collect(below, triple, CENTRE, size - CENTRE, size);
        if (!system.solve(inverse) || !to.setInverse(inverse, size)) {
            return false;
        }
        to.place(1 / unit, originX, originY);
        return to.holds(size);
    }

    private void collect(Finder finder, FinderTriple triple, double centreU, double centreV, int size) {
        double rightX = triple.topRight().x - triple.topLeft().x;
        double rightY = triple.topRight().y - triple.topLeft().y;
        double downX = triple.bottomLeft().x - triple.topLeft().x;
        double downY = triple.bottomLeft().y - triple.topLeft().y;
        double alongU = finder.alongU(rightX, rightY);
        double alongV = finder.alongV(rightX, rightY);
        int rightAxis = Math.abs(alongU) > Math.abs(alongV) ? 0 : 1;
        double rightSign = Math.signum(rightAxis == 0 ? alongU : alongV);
        double downSign = Math.signum(rightAxis == 0 ? finder.alongV(downX, downY) : finder.alongU(downX, downY));
        Finder.Edges edges = finder.edges;
        for (int i = 0; i < edges.count(); i++) {
            double x = (edges.x()[i] - originX) * unit;
            double y = (edges.y()[i] - originY) * unit;
            if (edges.axis()[i] == rightAxis) {
                add(x, y, 0, (centreU + rightSign * edges.offset()[i]) / size);
            } else {
                add(x, y, 3, (centreV + downSign * edges.offset()[i]) / size);
            }
        }
    }

    private void add(double x, double y, int first, double target) {
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
