package coderbased.qr.finders;

/**
 * Fits the shape of a round finder pattern to the edges that {@link RayWalk} finds: three circles around one middle,
 * seen as ellipses. How the code is turned does not show in it; the other finder patterns say that.
 */
final class RoundShape {

    private static final int UNKNOWNS = 6;
    private static final int ROUNDS = 3;
    private static final double MAX_SPREAD = 0.4;
    /** The rest after the first round of what no spread explains. */
    private static final double UNLIKELY = 0.5;

    /** The rest where there is no ellipse at all. */
    private static final double HOPELESS = 9;

    private final LeastSquares system = new LeastSquares(UNKNOWNS);
    private final double[] factors = new double[UNKNOWNS];
    private final double[] conic = new double[UNKNOWNS];

    /** The spread of dark into light, in modules. */
    private double spread;

    /** Returns the spread of dark into light that the last fit found, in modules. */
    double spread() {
        return spread;
    }

    /**
     * Puts into {@code map} how image points become modules, turned in any way; see {@link SquareGuess}.
     *
     * @return the mean distance of the points from the circles, in modules
     */
    double fit(RayWalk rays, double x, double y, double module, double[] map) {
        spread = 0;
        double rest = HOPELESS;
        for (int round = 0; round < ROUNDS; round++) {
            if (!fitConic(rays, x, y, module) || !setMap(x, y, module, map)) {
                return HOPELESS;
            }
            rest = rest(rays, map);
            if (rest > UNLIKELY) {
                return HOPELESS;
            }
        }
        return rest;
    }

    /** Solves a x² + b xy + c y² + d x + e y + f = r² over all points, each with the radius of its circle. */
    private boolean fitConic(RayWalk rays, double middleX, double middleY, double module) {
        system.clear();
        for (int i = 0; i < rays.count(); i++) {
            double x = (rays.x(i) - middleX) / module;
            double y = (rays.y(i) - middleY) / module;
            double radius = RayWalk.radius(rays.edge(i), spread);
            factors[0] = x * x;
            factors[1] = x * y;
            factors[2] = y * y;
            factors[3] = x;
            factors[4] = y;
            factors[5] = 1;
            system.add(factors, radius * radius, 1 / (radius * radius));
        }
        return system.solve(conic);
    }

    private boolean setMap(double middleX, double middleY, double module, double[] map) {
        double a = conic[0];
        double b = conic[1];
        double c = conic[2];
        double area = 4 * a * c - b * b;
        if (a <= 0 || area <= 0) {
            return false;
        }
        double x = (b * conic[4] - 2 * c * conic[3]) / area * module + middleX;
        double y = (b * conic[3] - 2 * a * conic[4]) / area * module + middleY;
        map[0] = Math.sqrt(a) / module;
        map[1] = b / (2 * Math.sqrt(a)) / module;
        map[2] = -map[0] * x - map[1] * y;
        map[3] = 0;
        map[4] = Math.sqrt(area / (4 * a)) / module;
        map[5] = -map[4] * y;
        return true;
    }

    private double rest(RayWalk rays, double[] map) {
        double error = 0;
        double wider = 0;
        for (int i = 0; i < rays.count(); i++) {
            double u = map[0] * rays.x(i) + map[1] * rays.y(i) + map[2];
            double v = map[3] * rays.x(i) + map[4] * rays.y(i) + map[5];
            double off = Math.hypot(u, v) - RayWalk.radius(rays.edge(i), spread);
            error += Math.min(Math.abs(off), 1);
            wider += rays.edge(i) == RayWalk.INSIDE ? -off : off;
        }
        spread = Math.max(-MAX_SPREAD, Math.min(MAX_SPREAD, spread + 0.7 * wider / rays.count()));
        return error / rays.count();
    }
}
