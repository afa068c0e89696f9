package coderbased.qr.code;

import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderTriple;

/**
 * Fits the perspective of a whole code to the edges of its three finder patterns, by least squares over all their
 * points (up to 120 each, twelve outer corners' worth and more), instead of guessing a fourth point.
 */
final class CornerFit {

    private static final double CENTRE = 3.5;

    private final GridEquations equations = new GridEquations();

    /** Puts the fit for a code of {@code size} modules into {@code to}; false if there is no sensible one. */
    boolean fit(FinderTriple triple, int size, Perspective to) {
        Finder corner = triple.topLeft();
        Finder right = triple.topRight();
        Finder below = triple.bottomLeft();
        equations.start(size, corner.x, corner.y, Math.hypot(right.x - corner.x, right.y - corner.y));
        collect(corner, triple, CENTRE, CENTRE);
        collect(right, triple, size - CENTRE, CENTRE);
        collect(below, triple, CENTRE, size - CENTRE);
        return equations.solve(to);
    }

    private void collect(Finder finder, FinderTriple triple, double centreU, double centreV) {
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
            float x = edges.x()[i];
            float y = edges.y()[i];
            if (edges.axis()[i] == rightAxis) {
                equations.addU(x, y, centreU + rightSign * edges.offset()[i]);
            } else {
                equations.addV(x, y, centreV + downSign * edges.offset()[i]);
            }
        }
    }
}
