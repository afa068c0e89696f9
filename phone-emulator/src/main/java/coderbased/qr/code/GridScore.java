package coderbased.qr.code;

import coderbased.qr.finders.FinderTriple;
import coderbased.qr.picture.GreyPlane;

/** Says how well a supposed grid agrees with the modules that are known beforehand: 1 wholly, 0 not at all. */
final class GridScore {

    private static final double CLEAR = 0.12;

    private final SampleBudget work;
    private final Levels levels = new Levels();
    private GreyPlane plane = new GreyPlane();
    private FunctionPatterns patterns = FunctionPatterns.of(21);

    GridScore(SampleBudget work) {
        this.work = work;
    }

    /** Says what is to be measured from now on. */
    void aim(GreyPlane newPlane, FunctionPatterns newPatterns, FinderTriple triple) {
        plane = newPlane;
        patterns = newPatterns;
        levels.set(triple, newPatterns.size());
    }

    /** Returns the account of what measuring costs. */
    SampleBudget work() {
        return work;
    }

    FunctionPatterns patterns() {
        return patterns;
    }

    GreyPlane plane() {
        return plane;
    }

    Levels levels() {
        return levels;
    }

    /** Returns the mean agreement over all function patterns. */
    double overall(Perspective grid) {
        work.spend(patterns.count());
        double sum = 0;
        for (int i = 0; i < patterns.count(); i++) {
            sum += patterns.sign(i) * clearness(grid, patterns.u(i) + 0.5, patterns.v(i) + 0.5);
        }
        return sum / patterns.count();
    }

    /**
     * Returns the share of the steps along both timing patterns that go the right way, from light to dark or from dark
     * to light.
     */
    double timing(Perspective grid) {
        int size = patterns.size();
        work.spend(2L * size);
        double lastRow = clearness(grid, 7.5, 6.5);
        double lastColumn = clearness(grid, 6.5, 7.5);
        int right = 0;
        int steps = 0;
        for (int i = 8; i < size - 7; i++) {
            double sign = i % 2 == 0 ? -1 : 1;
            double row = clearness(grid, i + 0.5, 6.5);
            double column = clearness(grid, 6.5, i + 0.5);
            right += (row - lastRow) * sign > CLEAR ? 1 : 0;
            right += (column - lastColumn) * sign > CLEAR ? 1 : 0;
            steps += 2;
            lastRow = row;
            lastColumn = column;
        }
        return (double) right / steps;
    }

    /** Returns the fit of an alignment pattern with its centre at a point in module coordinates. */
    double alignment(Perspective grid, double u, double v) {
        work.spend(25);
        double sum = 0;
        for (int dv = -2; dv <= 2; dv++) {
            for (int du = -2; du <= 2; du++) {
                double light = clearness(grid, u + du, v + dv);
                sum += Math.max(Math.abs(du), Math.abs(dv)) == 1 ? 1.5625 * light : -1.470588 * light;
            }
        }
        return sum / 50;
    }

    /** Returns how light a module is, -1 to 1: 0 outside the picture, where nothing is known. */
    private double clearness(Perspective grid, double u, double v) {
        double x = grid.x(u, v);
        double y = grid.y(u, v);
        if (x < 0 || y < 0 || x > plane.width() || y > plane.height()) {
            return 0;
        }
        double value = plane.sample(x, y);
        double off = (value - levels.threshold(u, v)) / levels.half();
        return Math.max(-1, Math.min(1, off));
    }
}
