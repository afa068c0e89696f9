package coderbased.qr.picture;

import java.util.Arrays;

/**
 * Gives back what blur has taken: each pixel moves away from the mean of the 5 x 5 pixels around it, twice as far as it
 * is from it (an unsharp mask).
 */
final class Sharpening {

    private static final int REACH = 2;
    private static final int PIXELS = (2 * REACH + 1) * (2 * REACH + 1);
    private static final int STRENGTH = 2;

    private int[] columns = new int[0];

    void sharpen(GreyPlane from, GreyPlane to) {
        int width = from.width();
        to.resize(width, from.height());
        if (columns.length < width) {
            columns = new int[width];
        }
        Arrays.fill(columns, 0, width, 0);
        for (int row = -REACH; row < REACH; row++) {
            addRow(from, row, 1);
        }
        for (int row = 0; row < from.height(); row++) {
            addRow(from, row + REACH, 1);
            sharpenRow(from, to, row);
            addRow(from, row - REACH, -1);
        }
    }

    /** Adds a row; beyond the border its pixels are repeated. */
    private void addRow(GreyPlane from, int row, int sign) {
        int width = from.width();
        byte[] pixels = from.pixels();
        int at = Math.max(0, Math.min(from.height() - 1, row)) * width;
        for (int x = 0; x < width; x++) {
            columns[x] += sign * (pixels[at + x] & 0xff);
        }
    }

    private void sharpenRow(GreyPlane from, GreyPlane to, int row) {
        int width = from.width();
        byte[] pixels = from.pixels();
        byte[] sharp = to.pixels();
        int last = width - 1;
        int sum = 0;
        for (int x = -REACH; x < REACH; x++) {
            sum += columns[Math.max(0, Math.min(last, x))];
        }
        for (int x = 0; x < width; x++) {
            sum += columns[Math.min(last, x + REACH)];
            int value = pixels[row * width + x] & 0xff;
            int sharper = value + STRENGTH * (value * PIXELS - sum) / PIXELS;
            sharp[row * width + x] = (byte) Math.max(0, Math.min(255, sharper));
            sum -= columns[Math.max(0, x - REACH)];
        }
    }
}
