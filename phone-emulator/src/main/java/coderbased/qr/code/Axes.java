package coderbased.qr.code;

import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderTriple;

/**
 * The place of a finder pattern and its two axes, the first along the rows of the code and the second along its
 * columns, one module long.
 */
record Axes(double centreX, double centreY, double ux, double uy, double vx, double vy) {

    /** Returns the axes of a finder pattern of a triple. */
    static Axes of(Finder finder, FinderTriple triple) {
        double rightX = triple.topRight().x - triple.topLeft().x;
        double rightY = triple.topRight().y - triple.topLeft().y;
        double downX = triple.bottomLeft().x - triple.topLeft().x;
        double downY = triple.bottomLeft().y - triple.topLeft().y;
        double alongU = finder.alongU(rightX, rightY);
        double alongV = finder.alongV(rightX, rightY);
        if (Math.abs(alongU) > Math.abs(alongV)) {
            double right = Math.signum(alongU);
            double down = Math.signum(finder.alongV(downX, downY));
            return new Axes(
                    finder.x, finder.y, right * finder.ux, right * finder.uy, down * finder.vx, down * finder.vy);
        }
        double right = Math.signum(alongV);
        double down = Math.signum(finder.alongU(downX, downY));
        return new Axes(finder.x, finder.y, right * finder.vx, right * finder.vy, down * finder.ux, down * finder.uy);
    }

    /** Returns where the point lies that is {@code u} modules right of the middle and {@code v} below it. */
    double x(double u, double v) {
        return centreX + u * ux + v * vx;
    }

    double y(double u, double v) {
        return centreY + u * uy + v * vy;
    }
}
