package coderbased.qr.finders;

/**
 * A first guess at how a finder pattern lies: the parallelogram that the two farthest corners of its ring's inside
 * span. {@link FinderShape} makes it exact.
 */
final class SquareGuess {

    /** Length in modules of the side of the square that the ring's inside is. */
    private static final double SIDE = 2 * 2.5;

    private static final double MIN_AREA = 0.2;

    private SquareGuess() {}

    /**
     * Puts into {@code map} how image points become modules: u = map[0] x + map[1] y + map[2], v likewise from map[3]
     * on. False if the points span no square.
     */
    static boolean guess(RayWalk rays, double[] map) {
        double middleX = 0;
        double middleY = 0;
        for (int i = 0; i < rays.count(); i++) {
            if (rays.edge(i) == RayWalk.INSIDE) {
                middleX += rays.x(i);
                middleY += rays.y(i);
            }
        }
        middleX /= rays.whole();
        middleY /= rays.whole();
        return around(rays, middleX, middleY, map);
    }

    /** Makes the same guess from a known middle: what a cut pattern has lost, lies opposite what it has left. */
    static boolean around(RayWalk rays, double middleX, double middleY, double[] map) {
        int far = farthest(rays, middleX, middleY);
        if (far < 0) {
            return false;
        }
        double farX = rays.x(far) - middleX;
        double farY = rays.y(far) - middleY;
        int aside = farthestAside(rays, middleX, middleY, farX, farY);
        double asideX = aside < 0 ? 0 : rays.x(aside) - middleX;
        double asideY = aside < 0 ? 0 : rays.y(aside) - middleY;
        return setAxes(map, middleX, middleY, new double[] {farX, farY, asideX, asideY});
    }

    private static int farthest(RayWalk rays, double middleX, double middleY) {
        int far = -1;
        double most = 0;
        for (int i = 0; i < rays.count(); i++) {
            double dx = rays.x(i) - middleX;
            double dy = rays.y(i) - middleY;
            if (rays.edge(i) == RayWalk.INSIDE && dx * dx + dy * dy > most) {
                most = dx * dx + dy * dy;
                far = i;
            }
        }
        return far;
    }

    private static int farthestAside(RayWalk rays, double middleX, double middleY, double farX, double farY) {
        int aside = -1;
        double most = 0;
        for (int i = 0; i < rays.count(); i++) {
            double cross = Math.abs(farX * (rays.y(i) - middleY) - farY * (rays.x(i) - middleX));
            if (rays.edge(i) == RayWalk.INSIDE && cross > most) {
                most = cross;
                aside = i;
            }
        }
        return aside;
    }

    /** Sets the axes: two neighbouring corners, seen from the middle, are half their sum and half their difference. */
    private static boolean setAxes(double[] map, double x, double y, double[] corners) {
        double ux = (corners[0] - corners[2]) / SIDE;
        double uy = (corners[1] - corners[3]) / SIDE;
        double vx = (corners[0] + corners[2]) / SIDE;
        double vy = (corners[1] + corners[3]) / SIDE;
        double area = ux * vy - uy * vx;
        if (Math.abs(area) < MIN_AREA) {
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
}
