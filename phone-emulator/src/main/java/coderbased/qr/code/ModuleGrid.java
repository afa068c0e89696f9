package coderbased.qr.code;

import coderbased.qr.picture.GreyPlane;
import com.google.zxing.common.BitMatrix;

/**
 * The brightness of each module, sampled from the grey picture, and ways to tell dark from light: each module against
 * the mean of its neighbourhood, optionally sharpened first, because blur carries light from a module to those beside
 * it.
 */
final class ModuleGrid {

    /** The radius of the neighbourhood that a module is compared with, in modules. */
    static final int REACH = 5;

    private static final int LARGEST = 177;
    private static final float ASIDE = 0.22f;

    private final float[] values = new float[LARGEST * LARGEST];
    private final float[] sharp = new float[LARGEST * LARGEST];
    private final double[] sums = new double[(LARGEST + 1) * (LARGEST + 1)];
    private int size;
    private int reach;

    /** Samples the modules at their places: five points each, or the middle alone where modules are small. */
    void sample(GreyPlane plane, ModulePlaces places) {
        size = places.size();
        boolean isFine = Math.hypot(places.rightX(size / 2, 0), places.rightY(size / 2, 0)) > 3;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float x = places.x(column, row);
                float y = places.y(column, row);
                float value = plane.sample(x, y);
                values[row * size + column] =
                        isFine ? (2 * value + around(plane, places, column, row, x, y)) / 6 : value;
            }
        }
    }

    /** Samples the modules of a bent code. */
    void sample(GreyPlane plane, ModulePlaces places, Bend bend) {
        size = places.size();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float u = bend.shiftU(column + 0.5f, row + 0.5f);
                float v = bend.shiftV(column + 0.5f, row + 0.5f);
                float x = places.x(column, row) + u * places.rightX(column, row) + v * places.downX(column, row);
                float y = places.y(column, row) + u * places.rightY(column, row) + v * places.downY(column, row);
                values[row * size + column] = (plane.sample(x, y) + around(plane, places, column, row, x, y)) / 5;
            }
        }
    }

    /** Returns the sum of four points of a module around its middle. */
    private static float around(GreyPlane plane, ModulePlaces places, int column, int row, float x, float y) {
        float ux = ASIDE * places.rightX(column, row);
        float uy = ASIDE * places.rightY(column, row);
        float vx = ASIDE * places.downX(column, row);
        float vy = ASIDE * places.downY(column, row);
        return plane.sample(x - ux - vx, y - uy - vy)
                + plane.sample(x + ux - vx, y + uy - vy)
                + plane.sample(x - ux + vx, y - uy + vy)
                + plane.sample(x + ux + vx, y + uy + vy);
    }

    /** Returns the mean brightness around a module, as the last {@link #againstNeighbours} took it. */
    double mean(int column, int row) {
        int top = Math.max(0, row - reach);
        int bottom = Math.min(size, row + reach + 1);
        int left = Math.max(0, column - reach);
        int right = Math.min(size, column + reach + 1);
        int wide = size + 1;
        double sum = sums[bottom * wide + right]
                - sums[top * wide + right]
                - sums[bottom * wide + left]
                + sums[top * wide + left];
        return sum / ((bottom - top) * (right - left));
    }

    /** Returns the modules that are darker than the plane through the finder patterns. */
    BitMatrix againstLevels(Levels levels) {
        BitMatrix bits = new BitMatrix(size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (values[row * size + column] < levels.threshold(column + 0.5, row + 0.5)) {
                    bits.set(column, row);
                }
            }
        }
        return bits;
    }

    /** Returns the modules that are darker than the mean of those up to {@code newReach} away, after sharpening. */
    BitMatrix againstNeighbours(int newReach, float sharpening) {
        reach = newReach;
        sharpen(sharpening);
        integrate();
        BitMatrix bits = new BitMatrix(size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (sharp[row * size + column] < mean(column, row)) {
                    bits.set(column, row);
                }
            }
        }
        return bits;
    }

    private void sharpen(float strength) {
        for (int row = 0; row < size; row++) {
            int up = row > 0 ? -size : 0;
            int down = row < size - 1 ? size : 0;
            for (int column = 0; column < size; column++) {
                int at = row * size + column;
                int left = column > 0 ? -1 : 0;
                int right = column < size - 1 ? 1 : 0;
                float around = values[at + up] + values[at + down] + values[at + left] + values[at + right];
                sharp[at] = values[at] + strength * (values[at] - around / 4);
            }
        }
    }

    private void integrate() {
        int wide = size + 1;
        for (int row = 0; row < size; row++) {
            double across = 0;
            for (int column = 0; column < size; column++) {
                across += sharp[row * size + column];
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + across;
            }
            sums[(row + 1) * wide] = 0;
        }
        for (int column = 0; column < wide; column++) {
            sums[column] = 0;
        }
    }
}
