package coderbased.qr.code;

import coderbased.qr.picture.Corner;

/**
 * The positions of a code's modules in the picture: a projective map from module coordinates (0, 0 the code's top left
 * corner, one unit a module) to pixels. Mutable, so that a search over thousands of them makes no garbage.
 */
public final class Perspective {

    private double a = 1;
    private double b;
    private double c;
    private double d;
    private double e = 1;
    private double f;
    private double g;
    private double h;
    private double i = 1;

    double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + i);
    }

    double y(double u, double v) {
        return (d * u + e * v + f) / (g * u + h * v + i);
    }

    public Corner at(double u, double v) {
        return new Corner(x(u, v), y(u, v));
    }

    void set(Perspective other) {
        a = other.a;
        b = other.b;
        c = other.c;
        d = other.d;
        e = other.e;
        f = other.f;
        g = other.g;
        h = other.h;
        i = other.i;
    }

    Perspective copy() {
        Perspective copy = new Perspective();
        copy.set(this);
        return copy;
    }

    /** Scales the map to a picture that is {@code factor} times as large. */
    private void scale(double factor) {
        a *= factor;
        b *= factor;
        c *= factor;
        d *= factor;
        e *= factor;
        f *= factor;
    }

    /** Sets the map from the square of {@code size} modules to a quadrilateral: x0 y0 (top left), then clockwise. */
    void setQuad(double[] quad, double size) {
        double sumX = quad[0] - quad[2] + quad[4] - quad[6];
        double sumY = quad[1] - quad[3] + quad[5] - quad[7];
        double rightX = quad[2] - quad[4];
        double rightY = quad[3] - quad[5];
        double belowX = quad[6] - quad[4];
        double belowY = quad[7] - quad[5];
        double area = rightX * belowY - belowX * rightY;
        double along = (sumX * belowY - belowX * sumY) / area;
        double down = (rightX * sumY - sumX * rightY) / area;
        a = (quad[2] - quad[0] + along * quad[2]) / size;
        b = (quad[6] - quad[0] + down * quad[6]) / size;
        c = quad[0];
        d = (quad[3] - quad[1] + along * quad[3]) / size;
        e = (quad[7] - quad[1] + down * quad[7]) / size;
        f = quad[1];
        g = along / size;
        h = down / size;
        i = 1;
    }

    /** Sets the map from four points in module coordinates (u0 v0 ...) to four points of the picture (x0 y0 ...). */
    void setPoints(double[] modules, double[] points) {
        Perspective toPoints = new Perspective();
        toPoints.setQuad(points, 1);
        Perspective toModules = new Perspective();
        toModules.setQuad(modules, 1);
        multiply(toPoints, toModules);
    }

    /** Becomes {@code outer} after the inverse of {@code inner}. */
    private void multiply(Perspective outer, Perspective inner) {
        double ia = inner.e * inner.i - inner.f * inner.h;
        double ib = inner.c * inner.h - inner.b * inner.i;
        double ic = inner.b * inner.f - inner.c * inner.e;
        double id = inner.f * inner.g - inner.d * inner.i;
        double ie = inner.a * inner.i - inner.c * inner.g;
        double ij = inner.c * inner.d - inner.a * inner.f;
        double ig = inner.d * inner.h - inner.e * inner.g;
        double ih = inner.b * inner.g - inner.a * inner.h;
        double ii = inner.a * inner.e - inner.b * inner.d;
        a = outer.a * ia + outer.b * id + outer.c * ig;
        b = outer.a * ib + outer.b * ie + outer.c * ih;
        c = outer.a * ic + outer.b * ij + outer.c * ii;
        d = outer.d * ia + outer.e * id + outer.f * ig;
        e = outer.d * ib + outer.e * ie + outer.f * ih;
        f = outer.d * ic + outer.e * ij + outer.f * ii;
        g = outer.g * ia + outer.h * id + outer.i * ig;
        h = outer.g * ib + outer.h * ie + outer.i * ih;
        i = outer.g * ic + outer.h * ij + outer.i * ii;
        scaleAll(1 / i);
    }

    private void scaleAll(double factor) {
        scale(factor);
        g *= factor;
        h *= factor;
        i *= factor;
    }

    /** Writes the picture of the square of {@code size} modules, as {@link #setQuad} takes it. */
    void toQuad(double[] quad, double size) {
        for (int corner = 0; corner < 4; corner++) {
            double u = corner == 1 || corner == 2 ? size : 0;
            double v = corner >= 2 ? size : 0;
            quad[2 * corner] = x(u, v);
            quad[2 * corner + 1] = y(u, v);
        }
    }

    /**
     * Returns the map whose inverse, from pixels to the unit square, is given by the eight numbers {@code m} (the ninth
     * is 1); the square then counts {@code size} modules. False if there is none.
     */
    boolean setInverse(double[] m, double size) {
        a = m[4] - m[5] * m[7];
        b = m[2] * m[7] - m[1];
        c = m[1] * m[5] - m[2] * m[4];
        d = m[5] * m[6] - m[3];
        e = m[0] - m[2] * m[6];
        f = m[2] * m[3] - m[0] * m[5];
        g = m[3] * m[7] - m[4] * m[6];
        h = m[1] * m[6] - m[0] * m[7];
        i = m[0] * m[4] - m[1] * m[3];
        if (Math.abs(i) < 1e-12) {
            return false;
        }
        double unit = 1 / i;
        double module = unit / size;
        a *= module;
        b *= module;
        c *= unit;
        d *= module;
        e *= module;
        f *= unit;
        g *= module;
        h *= module;
        i = 1;
        return true;
    }

    /** Moves the picture: adds to what {@link #x} and {@link #y} give, after stretching them by {@code factor}. */
    public void place(double factor, double moveX, double moveY) {
        scale(factor);
        a += moveX * g;
        b += moveX * h;
        c += moveX * i;
        d += moveY * g;
        e += moveY * h;
        f += moveY * i;
    }

    /** True if the square of {@code size} modules is seen from its front: no vanishing line crosses it. */
    boolean holds(double size) {
        return i > 0 && i + g * size > 0 && i + h * size > 0 && i + (g + h) * size > 0;
    }
}
