package coderbased.qr.picture;

/**
 * A threshold that follows the light: the mean of the 5 x 5 blocks of 8 x 8 pixels around each block, as ZXing's hybrid
 * binariser does it. A block without contrast tells nothing about where dark ends; it is taken for light unless the
 * blocks before it say that this brightness is dark here.
 */
final class LocalThreshold implements Binarizer {

    /** Contrast within a block below which it usually is one surface with noise. */
    static final int MIN_CONTRAST = 24;

    private static final int BLOCK = 8;
    private static final int REACH = 2;

    private final int leastContrast;
    private int[] means = new int[0];
    private int[] sums = new int[0];

    LocalThreshold(int leastContrast) {
        this.leastContrast = leastContrast;
    }

    @Override
    public void binarize(GreyPlane from, BitPlane to) {
        to.resize(from.width(), from.height());
        int columns = (from.width() + BLOCK - 1) / BLOCK;
        int rows = (from.height() + BLOCK - 1) / BLOCK;
        if (means.length < columns * rows) {
            means = new int[columns * rows];
        }
        // Of two frames, the one with fewer blocks may need more sums.
        if (sums.length < (columns + 1) * (rows + 1)) {
            sums = new int[(columns + 1) * (rows + 1)];
        }
        measure(from, columns, rows);
        integrate(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                apply(from, to, column, row, threshold(column, row, columns, rows));
            }
        }
    }

    private void measure(GreyPlane from, int columns, int rows) {
        byte[] pixels = from.pixels();
        int width = from.width();
        for (int row = 0; row < rows; row++) {
            int top = Math.max(0, Math.min(row * BLOCK, from.height() - BLOCK));
            int bottom = Math.min(top + BLOCK, from.height());
            for (int column = 0; column < columns; column++) {
                int left = Math.max(0, Math.min(column * BLOCK, width - BLOCK));
                int right = Math.min(left + BLOCK, width);
                int sum = 0;
                int low = 255;
                int high = 0;
                for (int y = top; y < bottom; y++) {
                    for (int i = y * width + left, end = y * width + right; i < end; i++) {
                        int value = pixels[i] & 0xff;
                        sum += value;
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
                int mean = sum / ((bottom - top) * (right - left));
                means[row * columns + column] = high - low > leastContrast ? mean : flat(low, column, row, columns);
            }
        }
    }

    private int flat(int low, int column, int row, int columns) {
        if (column > 0 && row > 0) {
            int at = row * columns + column;
            int before = (means[at - columns] + 2 * means[at - 1] + means[at - columns - 1]) / 4;
            if (low < before) {
                return before;
            }
        }
        return low / 2;
    }

    private void integrate(int columns, int rows) {
        int wide = columns + 1;
        for (int column = 0; column < wide; column++) {
            sums[column] = 0;
        }
        for (int row = 0; row < rows; row++) {
            int across = 0;
            sums[(row + 1) * wide] = 0;
            for (int column = 0; column < columns; column++) {
                across += means[row * columns + column];
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + across;
            }
        }
    }

    private int threshold(int column, int row, int columns, int rows) {
        int left = Math.max(0, Math.min(column - REACH, columns - 2 * REACH - 1));
        int top = Math.max(0, Math.min(row - REACH, rows - 2 * REACH - 1));
        int right = Math.min(left + 2 * REACH + 1, columns);
        int bottom = Math.min(top + 2 * REACH + 1, rows);
        int wide = columns + 1;
        int sum = sums[bottom * wide + right]
                - sums[top * wide + right]
                - sums[bottom * wide + left]
                + sums[top * wide + left];
        return sum / ((right - left) * (bottom - top));
    }

    private static void apply(GreyPlane from, BitPlane to, int column, int row, int threshold) {
        int width = from.width();
        int bottom = Math.min((row + 1) * BLOCK, from.height());
        int right = Math.min((column + 1) * BLOCK, width);
        byte[] pixels = from.pixels();
        byte[] bits = to.bits();
        for (int y = row * BLOCK; y < bottom; y++) {
            for (int i = y * width + column * BLOCK, end = y * width + right; i < end; i++) {
                bits[i] = (byte) (((pixels[i] & 0xff) - threshold - 1) >>> 31);
            }
        }
    }
}
