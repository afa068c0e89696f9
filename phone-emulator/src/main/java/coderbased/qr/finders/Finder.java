package coderbased.qr.finders;

/**
 * One finder pattern as it lies in the picture: its centre, how far one module reaches along its two axes (in pixels,
 * the axes not yet told apart), how bright its dark and light modules are, and the points on its edges.
 */
public final class Finder {

    /** With more than this rest, most patterns are chance: letters, dots of a print, noise. */
    private static final double POOR_REST = 0.2;

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
    /** True if its rings are round: its axes are turned in any way, and its offsets are radii. */
    final boolean isRound;

    Finder(double[] pose, float dark, float light, double residual, Edges edges, boolean isRound) {
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
        this.isRound = isRound;
    }

    /** Returns a square finder pattern as it is, a round one with its first axis along a direction. */
    Finder facing(double dx, double dy) {
        if (!isRound) {
            return this;
        }
        double u = alongU(dx, dy);
        double v = alongV(dx, dy);
        double length = Math.hypot(u, v);
        double cosine = u / length;
        double sine = v / length;
        double[] pose = {
            x, y, cosine * ux + sine * vx, cosine * uy + sine * vy, cosine * vx - sine * ux, cosine * vy - sine * uy
        };
        int count = edges.count();
        Edges turned = new Edges(edges.x(), edges.y(), new byte[count], new float[count]);
        for (int i = 0; i < count; i++) {
            double pointU = alongU(edges.x()[i] - x, edges.y()[i] - y);
            double pointV = alongV(edges.x()[i] - x, edges.y()[i] - y);
            double first = cosine * pointU + sine * pointV;
            double second = cosine * pointV - sine * pointU;
            boolean onFirst = Math.abs(first) > Math.abs(second);
            turned.axis()[i] = (byte) (onFirst ? 0 : 1);
            turned.offset()[i] = (float) (edges.offset()[i] * (onFirst ? first : second) / Math.hypot(pointU, pointV));
        }
        return new Finder(pose, dark, light, residual, turned, false);
    }

    /** True if both are the same pattern, however their axes are turned. */
    boolean isAt(Finder other) {
        return x == other.x && y == other.y;
    }

    /** True if it fits so badly that it may well be chance. */
    boolean isPoor() {
        return residual > POOR_REST;
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

    /** Returns the length of a vector in modules: along the nearer axis, or as it is where the pattern is round. */
    double modules(double dx, double dy) {
        double u = Math.abs(alongU(dx, dy));
        double v = Math.abs(alongV(dx, dy));
        return isRound ? Math.hypot(u, v) : Math.max(u, v);
    }

    /** Returns how far a vector is off the nearer axis, as a share of its length; 0 where the pattern is round. */
    double offAxis(double dx, double dy) {
        double u = Math.abs(alongU(dx, dy));
        double v = Math.abs(alongV(dx, dy));
        return isRound ? 0 : Math.min(u, v) / Math.max(u, v);
    }

    /** True if a vector runs along the first axis rather than the second. */
    boolean isAlongU(double dx, double dy) {
        return Math.abs(alongU(dx, dy)) > Math.abs(alongV(dx, dy));
    }

    /**
     * Points on the edges of the finder's squares.
     *
     * @param axis 0 where the point says how far along the first axis it is, 1 for the second
     * @param offset how far, in modules from the centre
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the reader, never changes
    public record Edges(float[] x, float[] y, byte[] axis, float[] offset) {
        public int count() {
            return x.length;
        }
    }
}
