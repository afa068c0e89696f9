package coderbased.qr.finders;

/**
 * One finder pattern as it lies in the picture: its centre, how far one module reaches along its two axes (in pixels,
 * the axes not yet told apart), how bright its dark and light modules are, and the points on its edges.
 */
public final class Finder {

    public final double x;
    public final double y;
    /** One module along the first axis. */
    public final double ux;

    public final double uy;
    /** One module along the second axis. */
    public final double vx;

    public final double vy;
    public final float dark;
    public final float light;
    /** Returns the distance of the edge points from the fitted square, in modules. */
    public final double residual;

    public final Edges edges;

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
    public double module() {
        return Math.sqrt(Math.abs(ux * vy - uy * vx));
    }

    /** Returns the length of a vector along the first axis, in modules. */
    public double alongU(double dx, double dy) {
        return (dx * vy - dy * vx) / (ux * vy - uy * vx);
    }

    /** Returns the length of a vector along the second axis, in modules. */
    public double alongV(double dx, double dy) {
        return (ux * dy - uy * dx) / (ux * vy - uy * vx);
    }

    /**
     * Points on the edges of the finder's squares.
     *
     * @param axis 0 where the point says how far along the first axis it is, 1 for the second
     * @param offset how far, in modules from the centre
     */
    @SuppressWarnings("ArrayRecordComponent")
    public // never leaves the package, never changes
    record Edges(float[] x, float[] y, byte[] axis, float[] offset) {
        public int count() {
            return x.length;
        }
    }
}
