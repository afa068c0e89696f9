package coderbased.qr;

import java.util.Arrays;

/**
 * How the paper bends: a small mesh of shifts laid over a grid, for codes on bottles and shirts and for lenses that are not
 * straight. A grid lies right where every module is of one colour, so each knot of the mesh is moved until the modules
 * around it are as clear as they get, and no further from its neighbours than that is worth.
 */
final class Bend {

    private static final int MOST_KNOTS = 8;
    private static final double ASIDE = 0.27;
    private static final double STIFFNESS = 0.35;

    private final double[] moveU = new double[MOST_KNOTS * MOST_KNOTS];
    private final double[] moveV = new double[MOST_KNOTS * MOST_KNOTS];
    private int knots = 2;
    private double cell = 1;
    private double shiftU;
    private double shiftV;

    /** Forgets all shifts. */
    void flatten(int size) {
        knots = Math.min(MOST_KNOTS, size <= 25 ? 3 : 4 + (size - 29) / 20);
        cell = (double) size / (knots - 1);
        Arrays.fill(moveU, 0);
        Arrays.fill(moveV, 0);
    }

    /** Fits the shifts to a picture; {@code modules} holds what the flat grid gave, for the threshold of each place. */
    void fit(GridScore score, Perspective grid, ModuleGrid modules) {
        flatten(score.patterns().size());
        for (double step = 0.4; step > 0.08; step /= 2) {
            boolean moved = true;
            for (int round = 0; round < 4 && moved; round++) {
                moved = false;
                for (int knot = 0; knot < knots * knots; knot++) {
                    moved |= nudge(moveU, knot, step, score, grid, modules);
                    moved |= nudge(moveV, knot, step, score, grid, modules);
                }
            }
        }
    }

    /** Finds where a point of the flat grid has moved to; read it from {@link #u()} and {@link #v()}. */
    void bend(double u, double v) {
        double column = Math.max(0, Math.min(knots - 1.0001, u / cell));
        double row = Math.max(0, Math.min(knots - 1.0001, v / cell));
        int left = (int) column;
        int top = (int) row;
        double right = column - left;
        double below = row - top;
        int at = top * knots + left;
        double upperLeft = (1 - right) * (1 - below);
        double upperRight = right * (1 - below);
        double lowerLeft = (1 - right) * below;
        double lowerRight = right * below;
        shiftU = u
                + upperLeft * moveU[at]
                + upperRight * moveU[at + 1]
                + lowerLeft * moveU[at + knots]
                + lowerRight * moveU[at + knots + 1];
        shiftV = v
                + upperLeft * moveV[at]
                + upperRight * moveV[at + 1]
                + lowerLeft * moveV[at + knots]
                + lowerRight * moveV[at + knots + 1];
    }

    double u() {
        return shiftU;
    }

    double v() {
        return shiftV;
    }

    private boolean nudge(
            double[] moves, int knot, double step, GridScore score, Perspective grid, ModuleGrid modules) {
        double old = moves[knot];
        double reached = worth(knot, score, grid, modules);
        for (double move = -step; move <= step; move += 2 * step) {
            moves[knot] = old + move;
            if (worth(knot, score, grid, modules) > reached + 0.002) {
                return true;
            }
        }
        moves[knot] = old;
        return false;
    }

    /** Mean clearness of the modules around a knot, less what bending costs. */
    private double worth(int knot, GridScore score, Perspective grid, ModuleGrid modules) {
        int size = score.patterns().size();
        int column = knot % knots;
        int row = knot / knots;
        int left = (int) Math.max(0, Math.floor((column - 1) * cell));
        int right = (int) Math.min(size, Math.ceil((column + 1) * cell));
        int top = (int) Math.max(0, Math.floor((row - 1) * cell));
        int bottom = (int) Math.min(size, Math.ceil((row + 1) * cell));
        double sum = 0;
        for (int v = top; v < bottom; v++) {
            for (int u = left; u < right; u++) {
                double clear = clearness(u, v, score, grid, modules.mean(u, v));
                int sign = score.patterns().signAt(u, v);
                sum += sign == 0 ? Math.abs(clear) : sign * clear;
            }
        }
        return sum / ((bottom - top) * (right - left)) - STIFFNESS * (tension(moveU, knot) + tension(moveV, knot));
    }

    private double clearness(int u, int v, GridScore score, Perspective grid, double threshold) {
        GreyPlane plane = score.plane();
        double half = score.levels().half();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            bend(u + 0.5 + (i % 2 == 0 ? -ASIDE : ASIDE), v + 0.5 + (i < 2 ? -ASIDE : ASIDE));
            double off = plane.sample(grid.x(shiftU, shiftV), grid.y(shiftU, shiftV)) - threshold;
            sum += Math.max(-1, Math.min(1, off / half));
        }
        return sum / 4;
    }

    /** Square of how far a knot is from the mean of its neighbours. */
    private double tension(double[] moves, int knot) {
        int column = knot % knots;
        int row = knot / knots;
        double sum = 0;
        int count = 0;
        if (column > 0) {
            sum += moves[knot - 1];
            count++;
        }
        if (column < knots - 1) {
            sum += moves[knot + 1];
            count++;
        }
        if (row > 0) {
            sum += moves[knot - knots];
            count++;
        }
        if (row < knots - 1) {
            sum += moves[knot + knots];
            count++;
        }
        double off = moves[knot] - sum / count;
        return off * off;
    }
}
