package coderbased.qr.code;

import coderbased.qr.picture.GreyPlane;

/**
 * Lays the grid of a code that was read exactly on it: wherever a dark module meets a light one, the picture shows the
 * border between them to a fraction of a pixel. A grid may be good enough to read from while its far corner lies most
 * of a module beside the code's, which is seen when the outline is drawn.
 */
final class BorderFit {

    /** A larger code is looked at in so many rows and columns only. */
    private static final int MAX_LINES = 40;

    private static final int STEPS = 8;

    /**
     * Number of rounds: if a corner is off by most of a module, the borders near it belong to other modules at first.
     */
    private static final int ROUNDS = 3;

    /** Further than this the corners of a grid that was read are never off, in modules. */
    private static final double MAX_MOVED = 1.5;

    private final GridEquations equations = new GridEquations();
    private final Perspective fitted = new Perspective();
    private GreyPlane plane = new GreyPlane();

    /** Improves {@code grid}, or leaves it as it is; {@code contrast} is what tells dark from light. */
    void fit(GreyPlane newPlane, double contrast, int size, Perspective grid) {
        plane = newPlane;
        boolean isBetter = true;
        for (int round = 0; round < ROUNDS && isBetter; round++) {
            isBetter = fitOnce(contrast, size, grid);
        }
    }

    private boolean fitOnce(double contrast, int size, Perspective grid) {
        double width = Math.hypot(grid.x(size, 0) - grid.x(0, 0), grid.y(size, 0) - grid.y(0, 0));
        equations.start(size, grid.x(0, 0), grid.y(0, 0), width);
        int skip = 1 + (size - 1) / MAX_LINES;
        for (int line = 0; line < size; line += skip) {
            for (int i = 1; i < size; i++) {
                border(grid, i, line, true, contrast);
                border(grid, i, line, false, contrast);
            }
        }
        boolean isFound = equations.solve(fitted) && isNear(grid, size, MAX_MOVED * width / size);
        if (isFound) {
            grid.set(fitted);
        }
        return isFound;
    }

    /** Notes the border between the modules {@code i - 1} and {@code i} of a row or a column, if there is one. */
    private void border(Perspective grid, int i, int line, boolean inRow, double contrast) {
        double along = i - 0.5;
        double aside = line + 0.5;
        double fromX = inRow ? grid.x(along, aside) : grid.x(aside, along);
        double fromY = inRow ? grid.y(along, aside) : grid.y(aside, along);
        double wayX = (inRow ? grid.x(along + 1, aside) : grid.x(aside, along + 1)) - fromX;
        double wayY = (inRow ? grid.y(along + 1, aside) : grid.y(aside, along + 1)) - fromY;
        float first = plane.sample(fromX, fromY);
        float last = plane.sample(fromX + wayX, fromY + wayY);
        if (Math.abs(last - first) < contrast) {
            return;
        }
        double share = crossing(fromX, fromY, wayX, wayY, (first + last) / 2, last > first);
        double x = fromX + share * wayX;
        double y = fromY + share * wayY;
        if (inRow) {
            equations.addU(x, y, i);
        } else {
            equations.addV(x, y, i);
        }
    }

    /** Returns the share of the way after which the brightness passes the threshold. */
    private double crossing(double fromX, double fromY, double wayX, double wayY, float threshold, boolean rises) {
        float before = plane.sample(fromX, fromY);
        for (int step = 1; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            float value = plane.sample(fromX + share * wayX, fromY + share * wayY);
            if (rises ? value >= threshold : value <= threshold) {
                return (step - (value - threshold) / (value - before)) / STEPS;
            }
            before = value;
        }
        return 0.5;
    }

    private boolean isNear(Perspective grid, int size, double most) {
        for (int corner = 0; corner < 4; corner++) {
            double u = size * (corner % 2);
            double v = size * (corner / 2);
            if (Math.hypot(grid.x(u, v) - fitted.x(u, v), grid.y(u, v) - fitted.y(u, v)) > most) {
                return false;
            }
        }
        return true;
    }
}
