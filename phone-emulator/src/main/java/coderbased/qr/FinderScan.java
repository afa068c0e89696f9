package coderbased.qr;

/**
 * Looks for places that may be the middle of a finder pattern: along a row, light : dark : light in the ratio 1 : 3 : 1
 * between two dark runs, and the same along the column through its middle. How wide the outer dark runs are is not
 * asked: without a quiet zone on a dark card they have no end. So it finds too many, which {@link FinderShape} sorts
 * out.
 */
final class FinderScan {

    private static final int MAX_PLACES = 6000;

    /** Core and ring together, in pixels: what is smaller is noise. */
    private static final int MIN_CORE = 6;

    private int[] starts = new int[0];
    private final float[] x = new float[MAX_PLACES];
    private final float[] y = new float[MAX_PLACES];
    private final float[] across = new float[MAX_PLACES];
    private final float[] down = new float[MAX_PLACES];
    private final int[] hits = new int[MAX_PLACES];
    private int count;

    /** Returns the number of places found. */
    int count() {
        return count;
    }

    float x(int place) {
        return x[place];
    }

    float y(int place) {
        return y[place];
    }

    /** Returns the size of a module along the row, in pixels. */
    float across(int place) {
        return across[place];
    }

    /** Returns the size of a module along the column, in pixels. */
    float down(int place) {
        return down[place];
    }

    /** Returns the number of rows in which it was seen. */
    int hits(int place) {
        return hits[place];
    }

    /** Searches every {@code step}-th row. */
    void scan(BitPlane plane, int step) {
        count = 0;
        if (starts.length < plane.width() + 2) {
            starts = new int[plane.width() + 2];
        }
        for (int row = step / 2; row < plane.height(); row += step) {
            scanRow(plane, row);
        }
    }

    private void scanRow(BitPlane plane, int row) {
        byte[] bits = plane.bits();
        int width = plane.width();
        int from = row * width;
        int runs = 0;
        byte colour = bits[from];
        starts[runs++] = 0;
        for (int i = 1; i < width; i++) {
            if (bits[from + i] != colour) {
                colour ^= 1;
                starts[runs++] = i;
            }
        }
        starts[runs] = width;
        int first = bits[from] == 1 ? 2 : 3;
        for (int core = first; core + 2 < runs; core += 2) {
            int before = starts[core] - starts[core - 1];
            int dark = starts[core + 1] - starts[core];
            int after = starts[core + 2] - starts[core + 1];
            if (looksRight(before, dark, after)) {
                float module = (before + dark + after) / 5f;
                int outerBefore = starts[core - 1] - starts[core - 2];
                int outerAfter = starts[core + 3] - starts[core + 2];
                if (outerBefore >= 0.4f * module && outerAfter >= 0.4f * module) {
                    checkColumn(plane, (starts[core] + starts[core + 1]) / 2, row, module);
                }
            }
        }
    }

    private static boolean looksRight(int before, int dark, int after) {
        if (before + dark + after < MIN_CORE) {
            return false;
        }
        float module = (before + dark + after) / 5f;
        float tolerance = 0.55f * module + 0.6f;
        return Math.abs(before - module) <= tolerance
                && Math.abs(after - module) <= tolerance
                && Math.abs(dark - 3 * module) <= 1.4f * tolerance;
    }

    private void checkColumn(BitPlane plane, int column, int row, float module) {
        int darkUp = run(plane, column, row, -1, 1, 12 * module);
        int darkDown = run(plane, column, row, 1, 1, 12 * module);
        int dark = darkUp + darkDown - 1;
        int up = run(plane, column, row - darkUp, -1, 0, 5 * module);
        int below = run(plane, column, row + darkDown, 1, 0, 5 * module);
        if (up == 0 || below == 0 || !looksRight(up, dark, below)) {
            return;
        }
        float high = (up + dark + below) / 5f;
        if (high > 4 * module || module > 4 * high) {
            return;
        }
        int edgeUp = run(plane, column, row - darkUp - up, -1, 1, high);
        int edgeDown = run(plane, column, row + darkDown + below, 1, 1, high);
        if (edgeUp >= 0.4f * high && edgeDown >= 0.4f * high) {
            add(column + 0.5f, row + (darkDown - darkUp + 1) / 2f, module, high);
        }
    }

    /** Returns the length of the run of one colour that starts here, or 0 if the colour is another. */
    private static int run(BitPlane plane, int column, int row, int direction, int colour, float most) {
        byte[] bits = plane.bits();
        int height = plane.height();
        int length = 0;
        int width = plane.width();
        for (int y = row; y >= 0 && y < height && length <= most; y += direction) {
            if (bits[y * width + column] != colour) {
                break;
            }
            length++;
        }
        return length;
    }

    private void add(float atX, float atY, float module, float high) {
        // Places were added row by row: what began this far above is another one.
        float oldest = atY - 5 * high;
        for (int i = count - 1; i >= 0 && y[i] > oldest; i--) {
            if (Math.abs(x[i] - atX) < 1.2f * across[i] && Math.abs(y[i] - atY) < 1.2f * down[i]) {
                float old = hits[i];
                float share = 1 / (old + 1);
                x[i] += (atX - x[i]) * share;
                y[i] += (atY - y[i]) * share;
                across[i] += (module - across[i]) * share;
                down[i] += (high - down[i]) * share;
                hits[i]++;
                return;
            }
        }
        if (count < MAX_PLACES) {
            x[count] = atX;
            y[count] = atY;
            across[count] = module;
            down[count] = high;
            hits[count++] = 1;
        }
    }
}
