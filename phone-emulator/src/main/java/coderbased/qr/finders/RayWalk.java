package coderbased.qr.finders;

import coderbased.qr.picture.GreyPlane;

/**
 * Walks outward from the supposed middle of a finder pattern in many directions and notes where dark turns light
 * (edge of the core, 1.5 modules out), light turns dark (inside of the ring, 2.5) and dark turns light again
 * (outside, 3.5; often lost where the surroundings are dark).
 */
final class RayWalk {

    /** The three edges, from the inside out. */
    static final int CORE = 0;

    static final int INSIDE = 1;
    static final int OUTSIDE = 2;

    /** The distances of the edges from the middle, in modules. */
    private static final double[] RADII = {1.5, 2.5, 3.5};

    private static final int RAYS = 40;
    private static final int EDGES = 3;
    private static final double MIN_WHOLE_SHARE = 0.6;

    /** The share of a pattern of which one side is cut as far as the middle. */
    private static final double MIN_CUT_SHARE = 0.45;

    /** After so many rays, spread evenly, most of what is no finder pattern has shown it. */
    private static final int FIRST_RAYS = 10;

    private static final int FEW_RAYS = 5;
    private static final int SPREAD_RAYS = 11;

    /**
     * The distance that a ray goes, in estimated modules, before it gives up looking for each of the edges.
     */
    private static final double REACH = 9;

    private static final double CORE_REACH = 4.5;
    private static final double INSIDE_REACH = 6.5;

    private static final double[] COSINES = new double[RAYS];
    private static final double[] SINES = new double[RAYS];

    static {
        for (int ray = 0; ray < RAYS; ray++) {
            double angle = 2 * Math.PI * (ray * SPREAD_RAYS % RAYS) / RAYS;
            COSINES[ray] = Math.cos(angle);
            SINES[ray] = Math.sin(angle);
        }
    }

    private final float[] x = new float[RAYS * EDGES];
    private final float[] y = new float[RAYS * EDGES];
    private final byte[] edge = new byte[RAYS * EDGES];
    private int count;
    private int whole;

    /** Returns the distance of an edge from the middle if dark spreads into light so far, in modules. */
    static double radius(int edge, double spread) {
        return RADII[edge] + (edge == INSIDE ? -spread : spread);
    }

    /** Returns the number of points noted. */
    int count() {
        return count;
    }

    float x(int point) {
        return x[point];
    }

    float y(int point) {
        return y[point];
    }

    /** Returns the edge that a point lies on: {@link #CORE}, {@link #INSIDE} or {@link #OUTSIDE}. */
    int edge(int point) {
        return edge[point];
    }

    /** Returns the number of rays that met the first two edges. */
    int whole() {
        return whole;
    }

    /**
     * Walks all rays; false if too few of them met what a finder pattern has.
     *
     * @param across estimated size of a module along the rows, in pixels
     * @param down the same along the columns
     */
    boolean walk(
            GreyPlane plane,
            double middleX,
            double middleY,
            double across,
            double down,
            float threshold,
            boolean isCut) {
        count = 0;
        whole = 0;
        for (int ray = 0; ray < RAYS; ray++) {
            follow(plane, middleX, middleY, COSINES[ray] * across, SINES[ray] * down, threshold);
            if (ray == FEW_RAYS && whole < 2
                    || ray == FIRST_RAYS && whole < (isCut ? FIRST_RAYS / 3 : FIRST_RAYS / 2)) {
                return false;
            }
        }
        return whole >= (isCut ? MIN_CUT_SHARE : MIN_WHOLE_SHARE) * RAYS;
    }

    private void follow(GreyPlane plane, double fromX, double fromY, double dx, double dy, float threshold) {
        double pixel = 1 / Math.sqrt(dx * dx + dy * dy);
        double step = Math.max(Math.max(0.5 * pixel, 0.12), Math.min(pixel, 0.22));
        float last = plane.sample(fromX, fromY);
        double core = 0;
        double inside = 0;
        for (double t = step; t < REACH; t += step) {
            double px = fromX + t * dx;
            double py = fromY + t * dy;
            boolean lost = t > CORE_REACH && (core == 0 || (inside == 0 && t > INSIDE_REACH));
            if (lost || px < 0 || py < 0 || px > plane.width() || py > plane.height()) {
                return;
            }
            float value = plane.sample(px, py);
            boolean seeksDark = core != 0 && inside == 0;
            if (seeksDark ? value <= threshold : value > threshold) {
                double at = value == last ? t : t - step * (value - threshold) / (value - last);
                if (core == 0) {
                    core = at;
                } else if (inside == 0) {
                    if (at < 1.15 * core || at > 2.8 * core) {
                        return;
                    }
                    inside = at;
                    note(fromX + core * dx, fromY + core * dy, CORE);
                    note(fromX + inside * dx, fromY + inside * dy, INSIDE);
                    whole++;
                } else {
                    if (at > 1.12 * inside && at < 1.9 * inside) {
                        note(fromX + at * dx, fromY + at * dy, OUTSIDE);
                    }
                    return;
                }
            }
            last = value;
        }
    }

    private void note(double atX, double atY, int onEdge) {
        x[count] = (float) atX;
        y[count] = (float) atY;
        edge[count++] = (byte) onEdge;
    }
}
