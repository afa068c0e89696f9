package coderbased.qr.code;

import java.util.Arrays;

/**
 * The bend of the paper: a small mesh of shifts laid over a grid, for codes on bottles and shirts and for lenses that
 * are not straight. A grid lies right where every module is of one colour, so each knot of the mesh is moved until
 * the modules around it are as clear as they get, and no further from its neighbours than that is worth.
 */
final class Bend {

    private static final int MAX_KNOTS = 8;
    private static final double FIRST_STEP = 0.4;
    private static final double LAST_STEP = 0.08;
    private static final int ROUNDS = 4;
    private static final double WORTH_MOVING = 0.002;
    private static final float STIFFNESS = 0.35f;
    /** Of a code with so many modules along a side, every other row and column tells enough. */
    private static final int FEW_MODULES = 42;

    private static final int SAMPLES = 4;

    private final float[] moveU = new float[MAX_KNOTS * MAX_KNOTS];
    private final float[] moveV = new float[MAX_KNOTS * MAX_KNOTS];
    private final ModuleClearness clearness = new ModuleClearness();
    private int size;
    private int knots = 2;
    private float cell = 1;
    private int stride = 1;
    private SampleBudget work = new SampleBudget();

    /** Fits the shifts to a picture while there is work left; the thresholds are what the places unshifted gave. */
    void fit(GridScore score, ModulePlaces places, ModuleClearness.Thresholds thresholds) {
        size = score.patterns().size();
        knots = Math.min(MAX_KNOTS, size <= 25 ? 3 : 4 + (size - 29) / 20);
        cell = (float) size / (knots - 1);
        Arrays.fill(moveU, 0);
        Arrays.fill(moveV, 0);
        clearness.aim(score, places, thresholds);
        stride = 1 + size / FEW_MODULES;
        work = score.work();
        for (float step = (float) FIRST_STEP; step > LAST_STEP; step /= 2) {
            boolean moved = true;
            for (int round = 0; round < ROUNDS && moved && work.isLeft(); round++) {
                moved = false;
                for (int knot = 0; knot < knots * knots; knot++) {
                    moved |= nudge(moveU, knot, step);
                    moved |= nudge(moveV, knot, step);
                }
            }
        }
    }

    /** Returns the shift of a point of the flat grid along u. */
    float shiftU(float u, float v) {
        return between(moveU, u, v);
    }

    /** Returns the shift of a point of the flat grid along v. */
    float shiftV(float u, float v) {
        return between(moveV, u, v);
    }

    private float between(float[] moves, float u, float v) {
        float column = Math.max(0, Math.min(knots - 1.0001f, u / cell));
        float row = Math.max(0, Math.min(knots - 1.0001f, v / cell));
        int left = (int) column;
        int top = (int) row;
        float right = column - left;
        int at = top * knots + left;
        float upper = moves[at] + right * (moves[at + 1] - moves[at]);
        float lower = moves[at + knots] + right * (moves[at + knots + 1] - moves[at + knots]);
        return upper + (row - top) * (lower - upper);
    }

    private boolean nudge(float[] moves, int knot, float step) {
        float old = moves[knot];
        double reached = worth(knot);
        for (float move = -step; move <= step; move += 2 * step) {
            moves[knot] = old + move;
            if (worth(knot) > reached + WORTH_MOVING) {
                return true;
            }
        }
        moves[knot] = old;
        return false;
    }

    /** Returns the mean clearness of the modules around a knot, less what bending costs. */
    private double worth(int knot) {
        int column = knot % knots;
        int row = knot / knots;
        int left = (int) Math.max(0, Math.floor((column - 1) * cell));
        int right = (int) Math.min(size, Math.ceil((column + 1) * cell));
        int top = (int) Math.max(0, Math.floor((row - 1) * cell));
        int bottom = (int) Math.min(size, Math.ceil((row + 1) * cell));
        float sum = 0;
        int count = 0;
        for (int v = top; v < bottom; v += stride) {
            for (int u = left; u < right; u += stride) {
                sum += clearness.of(u, v, shiftU(u + 0.5f, v + 0.5f), shiftV(u + 0.5f, v + 0.5f));
                count++;
            }
        }
        work.spend((long) SAMPLES * count);
        return sum / count - STIFFNESS * (tension(moveU, knot) + tension(moveV, knot));
    }

    /** Returns the square of how far a knot is from the mean of its neighbours. */
    private float tension(float[] moves, int knot) {
        int column = knot % knots;
        int row = knot / knots;
        float sum = 0;
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
        float off = moves[knot] - sum / count;
        return off * off;
    }
}
