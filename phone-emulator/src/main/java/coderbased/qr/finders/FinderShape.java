package coderbased.qr.finders;

import coderbased.qr.picture.GreyPlane;
import org.jspecify.annotations.Nullable;

/**
 * Fits the shape of a finder pattern to the grey picture: a tilted square is what explains the edge points that {@link
 * RayWalk} finds around the supposed middle. Whatever is not a finder pattern leaves a large rest.
 */
final class FinderShape {

    private static final double MAX_SPREAD = 0.4;
    private static final int MIN_CONTRAST = 10;
    private static final int ROUNDS = 4;
    private static final double MAX_REST = 0.33;

    /** With more than this rest, a pattern may be round. */
    private static final double SQUARE_REST = 0.1;

    private static final double MAX_ROUND_REST = 0.25;
    private static final double HOPELESS = 9;

    /** The edge of a bar over a pattern lies near the pattern's own edges: a smaller tolerance tells them apart. */
    private static final double CUT_TOLERANCE = 0.6;

    private final RayWalk rays = new RayWalk();
    private final RoundShape round = new RoundShape();
    private byte[] side = new byte[0];

    /** Returns the spread of dark into light, in modules: ink, blur and overexposure move all edges one way. */
    private double spread;

    /** Image to module: u = m[0] x + m[1] y + m[2], v = m[3] x + m[4] y + m[5]. */
    private final double[] map = new double[6];

    private final double[] roundMap = new double[6];
    private final double[] pose = new double[6];
    private final double[] factors = new double[3];
    private final double[] solution = new double[3];
    private final LeastSquares first = new LeastSquares(3);
    private final LeastSquares second = new LeastSquares(3);

    /** Returns the finder pattern around a place, or null if what is there is none. */
    @Nullable
    Finder fit(GreyPlane plane, double x, double y, double across, double down, boolean isCut) {
        float dark = (2 * plane.sample(x, y)
                        + plane.sample(x - across * 0.7, y)
                        + plane.sample(x + across * 0.7, y)
                        + plane.sample(x, y - down * 0.7)
                        + plane.sample(x, y + down * 0.7))
                / 6;
        float light = light(plane, x, y, across, down, isCut);
        if (light - dark < MIN_CONTRAST) {
            return null;
        }
        if (!rays.walk(plane, x, y, across, down, (dark + light) / 2, isCut)) {
            return null;
        }
        double rest = fitSquare(x, y, isCut);
        if (rest > SQUARE_REST) {
            double roundRest = round.fit(rays, x, y, Math.max(across, down), roundMap);
            if (roundRest < Math.min(rest, MAX_ROUND_REST)) {
                return place(roundMap) ? new Finder(pose, dark, light, roundRest, circles(), true) : null;
            }
        }
        return rest > MAX_REST || !place(map) ? null : new Finder(pose, dark, light, rest, edges(), false);
    }

    /** Returns the brightness of the light ring: on all four sides, or on the three that a cut has left. */
    private static float light(GreyPlane plane, double x, double y, double across, double down, boolean isCut) {
        float left = plane.sample(x - across * 2, y);
        float right = plane.sample(x + across * 2, y);
        float above = plane.sample(x, y - down * 2);
        float below = plane.sample(x, y + down * 2);
        float sum = left + right + above + below;
        float least = Math.min(Math.min(left, right), Math.min(above, below));
        return isCut ? (sum - least) / 3 : sum / 4;
    }

    /** Returns the mean rest in modules; the supposed middle counts if that of the points is not the pattern's. */
    private double fitSquare(double x, double y, boolean isCut) {
        if (!(isCut ? SquareGuess.around(rays, x, y, map) : SquareGuess.guess(rays, map))) {
            return HOPELESS;
        }
        if (side.length < rays.count()) {
            side = new byte[2 * rays.count()];
        }
        double rest = HOPELESS;
        spread = 0;
        for (int round = 0; round < ROUNDS; round++) {
            rest = refine((round == 0 ? 1.0 : 0.6) * (isCut ? CUT_TOLERANCE : 1));
            if (rest > 0.6) {
                return HOPELESS;
            }
        }
        return rest;
    }

    /** Gives each point the side it belongs to, fits the sides again and returns the mean rest in modules. */
    private double refine(double tolerance) {
        first.clear();
        second.clear();
        int used = 0;
        int seen = 0;
        double error = 0;
        double wider = 0;
        for (int i = 0; i < rays.count(); i++) {
            double u = map[0] * rays.x(i) + map[1] * rays.y(i) + map[2];
            double v = map[3] * rays.x(i) + map[4] * rays.y(i) + map[5];
            boolean onU = Math.abs(u) > Math.abs(v);
            double value = onU ? u : v;
            double target = Math.copySign(edge(rays.edge(i)), value);
            double off = Math.abs(value - target);
            seen++;
            error += Math.min(off, 1);
            side[i] = -1;
            if (off < tolerance) {
                used++;
                wider += (Math.abs(value) - edge(rays.edge(i))) * (rays.edge(i) == RayWalk.INSIDE ? -1 : 1);
                side[i] = (byte) (onU ? 0 : 1);
                factors[0] = rays.x(i);
                factors[1] = rays.y(i);
                factors[2] = 1;
                (onU ? first : second).add(factors, target, 1);
            }
        }
        if (used > 0) {
            spread = Math.max(-MAX_SPREAD, Math.min(MAX_SPREAD, spread + 0.7 * wider / used));
        }
        if (used < 0.5 * seen || !first.solve(solution)) {
            return HOPELESS;
        }
        System.arraycopy(solution, 0, map, 0, 3);
        if (!second.solve(solution)) {
            return HOPELESS;
        }
        System.arraycopy(solution, 0, map, 3, 3);
        return error / seen;
    }

    /** Returns the distance of an edge from the centre, in modules. */
    private double edge(int edge) {
        return RayWalk.radius(edge, spread);
    }

    private boolean place(double[] map) {
        double area = map[0] * map[4] - map[1] * map[3];
        if (Math.abs(area) < 1e-6) {
            return false;
        }
        pose[0] = (map[1] * map[5] - map[4] * map[2]) / area;
        pose[1] = (map[3] * map[2] - map[0] * map[5]) / area;
        pose[2] = map[4] / area;
        pose[3] = -map[3] / area;
        pose[4] = -map[1] / area;
        pose[5] = map[0] / area;
        double u = Math.hypot(pose[2], pose[3]);
        double v = Math.hypot(pose[4], pose[5]);
        double sine = 1 / (Math.abs(area) * u * v);
        return u < 6 * v && v < 6 * u && sine > 0.25;
    }

    /** Returns all points with the radii of their circles. */
    private Finder.Edges circles() {
        int count = rays.count();
        var edges = new Finder.Edges(new float[count], new float[count], new byte[count], new float[count]);
        for (int i = 0; i < count; i++) {
            edges.x()[i] = rays.x(i);
            edges.y()[i] = rays.y(i);
            edges.offset()[i] = (float) RayWalk.radius(rays.edge(i), round.spread());
        }
        return edges;
    }

    private Finder.Edges edges() {
        int used = 0;
        for (int i = 0; i < rays.count(); i++) {
            if (side[i] >= 0) {
                used++;
            }
        }
        var edges = new Finder.Edges(new float[used], new float[used], new byte[used], new float[used]);
        int to = 0;
        for (int i = 0; i < rays.count(); i++) {
            if (side[i] >= 0) {
                edges.x()[to] = rays.x(i);
                edges.y()[to] = rays.y(i);
                edges.axis()[to] = side[i];
                int row = 3 * side[i];
                double value = map[row] * rays.x(i) + map[row + 1] * rays.y(i) + map[row + 2];
                edges.offset()[to++] = (float) Math.copySign(edge(rays.edge(i)), value);
            }
        }
        return edges;
    }
}
