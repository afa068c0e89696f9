package coderbased.qr.code;

import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderTriple;

/** The threshold between dark and light across a code: a plane through the levels of its three finders. */
final class Levels {

    private double atOrigin;
    private double perU;
    private double perV;
    private double half;

    void set(FinderTriple triple, int size) {
        double corner = middle(triple.topLeft());
        double right = middle(triple.topRight());
        double below = middle(triple.bottomLeft());
        double apart = size - 7;
        perU = (right - corner) / apart;
        perV = (below - corner) / apart;
        atOrigin = corner - 3.5 * (perU + perV);
        half = Math.max(
                5, (contrast(triple.topLeft()) + contrast(triple.topRight()) + contrast(triple.bottomLeft())) / 6);
    }

    /** Returns the border at a point in module coordinates. */
    double threshold(double u, double v) {
        return atOrigin + perU * u + perV * v;
    }

    /** Returns the half the difference between light and dark. */
    double half() {
        return half;
    }

    private static double middle(Finder finder) {
        return (finder.dark + finder.light) / 2.0;
    }

    private static double contrast(Finder finder) {
        return finder.light - finder.dark;
    }
}
