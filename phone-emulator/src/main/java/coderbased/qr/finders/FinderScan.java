package coderbased.qr.finders;

import coderbased.qr.picture.BitPlane;

/**
 * Looks for places that may be the middle of a finder pattern: along a row, light : dark : light in the ratio 1 : 3 : 1
 * between two dark runs, and the same along the column through its middle; and the same with dark and light exchanged,
 * for codes that are light on dark. How wide the outer dark runs are is not
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
    private final byte[] core = new byte[MAX_PLACES];
    private final boolean[] isCut = new boolean[MAX_PLACES];
    private int count;
    private boolean seeksLight;

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

    /** True if the middle is light: the code would be light on dark. */
    boolean isLight(int place) {
        return core[place] == 0;
    }

    /** True if the border of the picture, or a bar along it, may cut the pattern. */
    boolean isCut(int place) {
        return isCut[place];
    }

    /** Searches every {@code step}-th row for dark middles, and for light ones {@code withLight}. */
    void scan(BitPlane plane, int step, boolean withLight) {
        count = 0;
        seeksLight = withLight;
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
        int first = seeksLight || bits[from] == 1 ? 2 : 3;
        for (int i = first; i + 2 < runs; i += seeksLight ? 1 : 2) {
            int before = starts[i] - starts[i - 1];
            int middle = starts[i + 1] - starts[i];
            int after = starts[i + 2] - starts[i + 1];
            if (looksRight(before, middle, after)) {
                float module = (before + middle + after) / 5f;
                int outerBefore = starts[i - 1] - starts[i - 2];
                int outerAfter = starts[i + 3] - starts[i + 2];
                if (outerBefore >= 0.4f * module && outerAfter >= 0.4f * module) {
                    checkColumn(plane, (starts[i] + starts[i + 1]) / 2, row, module, false);
                }
            }
        }
        for (int rests = 0; rests <= CutRuns.RESTS && runs > rests + 2; rests++) {
            checkEnd(plane, row, rests, 1, rests);
            checkEnd(plane, row, runs - 1 - rests, -1, rests);
        }
    }

    /** Looks for a pattern that is cut in the row: its core is a run near an end, the whole side is {@code inward}. */
    private void checkEnd(BitPlane plane, int row, int run, int inward, int rests) {
        float rest = rests == 0 ? 0 : length(run - inward);
        float module = CutRuns.module(length(run), length(run + inward), length(run + 2 * inward), rests, rest);
        int edge = inward > 0 ? starts[run + 1] : starts[run];
        int column = (int) (edge - inward * CutRuns.toMiddle(module));
        if (module > 0 && column >= 0 && column < plane.width()) {
            byte colour = plane.bits()[row * plane.width() + starts[run]];
            if ((colour == 1 || seeksLight) && plane.bits()[row * plane.width() + column] == colour) {
                checkColumn(plane, column, row, module, true);
            }
        }
    }

    private int length(int run) {
        return starts[run + 1] - starts[run];
    }

    private static boolean looksRight(int before, int middle, int after) {
        boolean isNarrow = 2 * middle < before + after;
        if (isNarrow || before + middle + after < MIN_CORE) {
            return false;
        }
        float module = (before + middle + after) / 5f;
        float tolerance = 0.55f * module + 0.6f;
        return Math.abs(before - module) <= tolerance
                && Math.abs(after - module) <= tolerance
                && Math.abs(middle - 3 * module) <= 1.4f * tolerance;
    }

    private void checkColumn(BitPlane plane, int column, int row, float module, boolean cut) {
        byte colour = plane.bits()[row * plane.width() + column];
        int other = 1 - colour;
        int coreUp = run(plane, column, row, -1, colour, 12 * module);
        int coreDown = run(plane, column, row, 1, colour, 12 * module);
        int middle = coreUp + coreDown - 1;
        int up = run(plane, column, row - coreUp, -1, other, 5 * module);
        int below = run(plane, column, row + coreDown, 1, other, 5 * module);
        float high = (up + middle + below) / 5f;
        boolean isAlike = high <= 4 * module && module <= 4 * high;
        if (isAlike && up > 0 && below > 0 && looksRight(up, middle, below)) {
            int edgeUp = run(plane, column, row - coreUp - up, -1, colour, high);
            int edgeDown = run(plane, column, row + coreDown + below, 1, colour, high);
            if (edgeUp >= 0.4f * high && edgeDown >= 0.4f * high) {
                add(column + 0.5f, row + (coreDown - coreUp + 1) / 2f, module, high, colour, cut);
                return;
            }
        }
        boolean isAbove = row < CutRuns.NEAR * module;
        if (!cut && (isAbove || plane.height() - row < CutRuns.NEAR * module)) {
            float y = CutRuns.middle(plane, column, row, isAbove ? 1 : -1, module);
            if (y >= 0 && y < plane.height()) {
                add(column + 0.5f, y, module, module, colour, true);
            }
        }
    }

    /** Returns the length of the run of one colour that starts here, or 0 if the colour is another. */
    private static int run(BitPlane plane, int column, int row, int direction, int colour, float most) {
        byte[] bits = plane.bits();
        int width = plane.width();
        int room = direction > 0 ? plane.height() - row : row + 1;
        int longest = Math.min(room, (int) most + 1);
        int length = 0;
        for (int at = row * width + column; length < longest && bits[at] == colour; at += direction * width) {
            length++;
        }
        return length;
    }

    private void add(float atX, float atY, float module, float high, byte colour, boolean cut) {
        // Places were added row by row: what began this far above is another one.
        float oldest = atY - 5 * high;
        for (int i = count - 1; i >= 0 && y[i] > oldest; i--) {
            boolean isNear = Math.abs(x[i] - atX) < 1.2f * across[i] && Math.abs(y[i] - atY) < 1.2f * down[i];
            if (isNear && core[i] == colour) {
                float old = hits[i];
                float share = 1 / (old + 1);
                x[i] += (atX - x[i]) * share;
                y[i] += (atY - y[i]) * share;
                across[i] += (module - across[i]) * share;
                down[i] += (high - down[i]) * share;
                isCut[i] |= cut;
                hits[i]++;
                return;
            }
        }
        if (count < MAX_PLACES) {
            x[count] = atX;
            y[count] = atY;
            across[count] = module;
            down[count] = high;
            core[count] = colour;
            isCut[count] = cut;
            hits[count++] = 1;
        }
    }
}
