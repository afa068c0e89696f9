package coderbased.qr;

/**
 * One finder pattern as it lies in the picture: its centre, how far one module reaches along its two axes (in pixels,
 * the axes not yet told apart), how bright its dark and light modules are, and the points on its edges.
 */
final class Finder {

    final double x;
    final double y;
    /** One module along the first axis. */
    final double ux;

    final double uy;
    /** One module along the second axis. */
    final double vx;

    final double vy;
    final float dark;
    final float light;
    /** Returns the distance of the edge points from the fitted square, in modules. */
    final double residual;

    final Edges edges;

    Finder(double[] pose, float dark, float light, double residual, Edges edges) {
        x = pose[0];
        y = pose[1];
        ux = pose[2];
        uy = pose[3];
        vx = pose[4];
        vy = pose[5];
        this.dark = dark;
        this.light = light;
        this.residual = residual;
        this.edges = edges;
    }

    /** Returns the size of a module in pixels: the square root of its area. */
    double module() {
        return Math.sqrt(Math.abs(ux * vy - uy * vx));
    }

    /** Returns the length of a vector along the first axis, in modules. */
    double alongU(double dx, double dy) {
        return (dx * vy - dy * vx) / (ux * vy - uy * vx);
    }

    /** Returns the length of a vector along the second axis, in modules. */
    double alongV(double dx, double dy) {
        return (ux * dy - uy * dx) / (ux * vy - uy * vx);
    }

    /**
     * Points on the edges of the finder's squares.
     *
     * @param axis 0 where the point says how far along the first axis it is, 1 for the second
     * @param offset how far, in modules from the centre
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package, never changes
    record Edges(float[] x, float[] y, byte[] axis, float[] offset) {
        int count() {
            return x.length;
        }
    }
}
