package coderbased.qr;

import java.util.List;

/** Chooses the hint for a frame that could not be read. */
final class HintChoice {

    private static final double SMALL_MODULE = 2.2;
    private static final double SOFT_EDGE = 0.34;
    private static final int NEARLY_BLACK = 34;
    private static final int BLOWN_OUT = 252;
    private static final double MUCH = 0.3;

    /** @param pixel length in frame pixels of one pixel of the plane in which the finders were seen */
    Hint choose(GreyPlane small, GreyPlane plane, List<Finder> finders, double pixel) {
        if (share(small, 0, NEARLY_BLACK) > 0.97) {
            return Hint.TOO_DARK;
        }
        if (finders.isEmpty()) {
            return Hint.NONE;
        }
        Finder finder = finders.getFirst();
        for (Finder other : finders) {
            finder = other.residual < finder.residual ? other : finder;
        }
        if (finder.module() * pixel < SMALL_MODULE) {
            return Hint.MOVE_CLOSER;
        }
        if (acuity(plane, finder) < SOFT_EDGE) {
            return Hint.HOLD_STILL;
        }
        return share(small, BLOWN_OUT, 256) > MUCH ? Hint.GLARE : Hint.NONE;
    }

    /** The steepest step along the finder's axes over a quarter of a module, as a share of its contrast: 1 is sharp. */
    private static double acuity(GreyPlane plane, Finder finder) {
        double steepest = 1;
        for (int axis = 0; axis < 2; axis++) {
            double dx = axis == 0 ? finder.ux : finder.vx;
            double dy = axis == 0 ? finder.uy : finder.vy;
            double best = 0;
            for (double at = -3; at < 3; at += 0.25) {
                double step = plane.sample(finder.x + at * dx, finder.y + at * dy)
                        - plane.sample(finder.x + (at + 0.25) * dx, finder.y + (at + 0.25) * dy);
                best = Math.max(best, Math.abs(step));
            }
            steepest = Math.min(steepest, best / (finder.light - finder.dark));
        }
        return steepest;
    }

    private static double share(GreyPlane plane, int from, int to) {
        int count = plane.width() * plane.height();
        byte[] pixels = plane.pixels();
        int inside = 0;
        for (int i = 0; i < count; i++) {
            int value = pixels[i] & 0xff;
            inside += value >= from && value < to ? 1 : 0;
        }
        return (double) inside / count;
    }
}
