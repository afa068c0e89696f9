package coderbased.qr;

import org.jspecify.annotations.Nullable;

/**
 * Fits the shape of a finder pattern to the grey picture. From the supposed middle it walks outward in many directions and
 * notes where dark turns light (edge of the core, 1.5 modules out), light turns dark (inside of the ring, 2.5) and dark
 * turns light again (outside, 3.5; often lost where the surroundings are dark). A tilted square is what explains those
 * points; whatever is not a finder pattern leaves a large rest.
 */
final class FinderShape {

    private static final int RAYS = 40;
    /** After so many rays, spread evenly, most of what is no finder pattern has shown it. */
    private static final int FIRST_RAYS = 10;

    private static final int SPREAD_RAYS = 11;
    private static final int EDGES = 3;
    private static final double[] HALF = {1.5, 2.5, 3.5};
    private static final double MOST_SPREAD = 0.4;
    private static final int LEAST_CONTRAST = 10;
    /** How far a ray goes in modules, which are only estimated yet, before it gives up looking for each of the edges. */
    private static final double REACH = 9;

    private static final double CORE_REACH = 4.5;
    private static final double INNER_REACH = 6.5;

    private final float[] edgeX = new float[RAYS * EDGES];
    private final float[] edgeY = new float[RAYS * EDGES];
    private final byte[] kind = new byte[RAYS * EDGES];
    private final byte[] side = new byte[RAYS * EDGES];
    private int count;
    private int whole;
    /** How far dark has spread into light, in modules: ink, blur and overexposure move all edges one way. */
    private double spread;


    /** Image to module: u = m[0] x + m[1] y + m[2], v = m[3] x + m[4] y + m[5]. */
    private final double[] map = new double[6];

    private final double[] pose = new double[6];
    private final double[] factors = new double[3];
    private final double[] solution = new double[3];
    private final LeastSquares first = new LeastSquares(3);
    private final LeastSquares second = new LeastSquares(3);

    /** The finder pattern around a place, or null if what is there is none. */
    @Nullable Finder fit(GreyPlane plane, double x, double y, double across, double down) {
        float dark = (2 * plane.sample(x, y)
                        + plane.sample(x - across * 0.7, y)
                        + plane.sample(x + across * 0.7, y)
                        + plane.sample(x, y - down * 0.7)
                        + plane.sample(x, y + down * 0.7))
                / 6;
        float light = (plane.sample(x - across * 2, y)
                        + plane.sample(x + across * 2, y)
                        + plane.sample(x, y - down * 2)
                        + plane.sample(x, y + down * 2))
                / 4;
        if (light - dark < LEAST_CONTRAST) {
            return null;
        }
        walkAll(plane, x, y, across, down, (dark + light) / 2);
        if (whole < 0.6 * RAYS || !guess()) {
            return null;
        }
        double residual = 9;
        spread = 0;
        for (int round = 0; round < 4; round++) {
            residual = refine(round == 0 ? 1.0 : 0.6);
            if (residual > 0.6) {
                return null;
            }
        }
        return residual > 0.33 || !place() ? null : new Finder(pose, dark, light, residual, edges());
    }

    private void walkAll(GreyPlane plane, double x, double y, double across, double down, float threshold) {
        count = 0;
        whole = 0;
        for (int ray = 0; ray < RAYS; ray++) {
            double angle = 2 * Math.PI * (ray * SPREAD_RAYS % RAYS) / RAYS;
            double dx = Math.cos(angle) * across;
            double dy = Math.sin(angle) * down;
            walk(plane, x, y, dx, dy, threshold);
            if (ray == FIRST_RAYS && whole < FIRST_RAYS / 2) {
                return;
            }
        }
    }

    private void walk(GreyPlane plane, double x, double y, double dx, double dy, float threshold) {
        double length = Math.sqrt(dx * dx + dy * dy);
        double step = Math.max(0.5 / length, 0.12);
        float last = plane.sample(x, y);
        double core = 0;
        double inner = 0;
        for (double t = step; t < REACH; t += step) {
            double px = x + t * dx;
            double py = y + t * dy;
            if (t > CORE_REACH && (core == 0 || (inner == 0 && t > INNER_REACH))) {
                return;
            }
            if (px < 0 || py < 0 || px > plane.width() || py > plane.height()) {
                return;
            }
            float value = plane.sample(px, py);
            if (core == 0 ? value > threshold : inner == 0 ? value <= threshold : value > threshold) {
                double at = value == last ? t : t - step * (value - threshold) / (value - last);
                if (core == 0) {
                    core = at;
                } else if (inner == 0) {
                    if (at < 1.15 * core || at > 2.8 * core) {
                        return;
                    }
                    inner = at;
                    note(x + core * dx, y + core * dy, 0);
                    note(x + inner * dx, y + inner * dy, 1);
                    whole++;
                } else {
                    if (at > 1.12 * inner && at < 1.9 * inner) {
                        note(x + at * dx, y + at * dy, 2);
                    }
                    return;
                }
            }
            last = value;
        }
    }

    private void note(double x, double y, int edge) {
        edgeX[count] = (float) x;
        edgeY[count] = (float) y;
        kind[count++] = (byte) edge;
    }

    /** A first parallelogram from the two farthest corners of the ring's inside. */
    private boolean guess() {
        double middleX = 0;
        double middleY = 0;
        for (int i = 0; i < count; i++) {
            if (kind[i] == 1) {
                middleX += edgeX[i];
                middleY += edgeY[i];
            }
        }
        middleX /= whole;
        middleY /= whole;
        int far = -1;
        double most = 0;
        for (int i = 0; i < count; i++) {
            double dx = edgeX[i] - middleX;
            double dy = edgeY[i] - middleY;
            if (kind[i] == 1 && dx * dx + dy * dy > most) {
                most = dx * dx + dy * dy;
                far = i;
            }
        }
        if (far < 0) {
            return false;
        }
        double farX = edgeX[far] - middleX;
        double farY = edgeY[far] - middleY;
        double aside = 0;
        double asideX = 0;
        double asideY = 0;
        for (int i = 0; i < count; i++) {
            double dx = edgeX[i] - middleX;
            double dy = edgeY[i] - middleY;
            double cross = Math.abs(farX * dy - farY * dx);
            if (kind[i] == 1 && cross > aside) {
                aside = cross;
                asideX = dx;
                asideY = dy;
            }
        }
        return setAxes(middleX, middleY, farX, farY, asideX, asideY);
    }

    private boolean setAxes(double x, double y, double farX, double farY, double asideX, double asideY) {
        double ux = (farX - asideX) / 5;
        double uy = (farY - asideY) / 5;
        double vx = (farX + asideX) / 5;
        double vy = (farY + asideY) / 5;
        double area = ux * vy - uy * vx;
        if (Math.abs(area) < 0.2) {
            return false;
        }
        map[0] = vy / area;
        map[1] = -vx / area;
        map[2] = -(map[0] * x + map[1] * y);
        map[3] = -uy / area;
        map[4] = ux / area;
        map[5] = -(map[3] * x + map[4] * y);
        return true;
    }

    /** Gives each point the side it belongs to, fits the sides anew and returns the mean rest in modules. */
    private double refine(double tolerance) {
        first.clear();
        second.clear();
        int used = 0;
        int seen = 0;
        double error = 0;
        double wider = 0;
        for (int i = 0; i < count; i++) {
            double u = map[0] * edgeX[i] + map[1] * edgeY[i] + map[2];
            double v = map[3] * edgeX[i] + map[4] * edgeY[i] + map[5];
            boolean onU = Math.abs(u) > Math.abs(v);
            double value = onU ? u : v;
            double target = Math.copySign(edge(kind[i]), value);
            double off = Math.abs(value - target);
            seen++;
            error += Math.min(off, 1);
            side[i] = -1;
            if (off < tolerance) {
                used++;
                wider += (Math.abs(value) - edge(kind[i])) * (kind[i] == 1 ? -1 : 1);
                side[i] = (byte) (onU ? 0 : 1);
                factors[0] = edgeX[i];
                factors[1] = edgeY[i];
                factors[2] = 1;
                (onU ? first : second).add(factors, target, 1);
            }
        }
        if (used > 0) {
            spread = Math.max(-MOST_SPREAD, Math.min(MOST_SPREAD, spread + 0.7 * wider / used));
        }
        if (used < 0.5 * seen || !first.solve(solution)) {
            return 9;
        }
        System.arraycopy(solution, 0, map, 0, 3);
        if (!second.solve(solution)) {
            return 9;
        }
        System.arraycopy(solution, 0, map, 3, 3);
        return error / seen;
    }

    /** Distance of an edge from the centre, in modules. */
    private double edge(int edge) {
        return HALF[edge] + (edge == 1 ? -spread : spread);
    }

    private boolean place() {
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

    private Finder.Edges edges() {
        int used = 0;
        for (int i = 0; i < count; i++) {
            if (side[i] >= 0) {
                used++;
            }
        }
        var edges = new Finder.Edges(new float[used], new float[used], new byte[used], new float[used]);
        int to = 0;
        for (int i = 0; i < count; i++) {
            if (side[i] >= 0) {
                edges.x()[to] = edgeX[i];
                edges.y()[to] = edgeY[i];
                edges.axis()[to] = side[i];
                int row = 3 * side[i];
                double value = map[row] * edgeX[i] + map[row + 1] * edgeY[i] + map[row + 2];
                edges.offset()[to++] = (float) Math.copySign(edge(kind[i]), value);
            }
        }
        return edges;
    }
}
