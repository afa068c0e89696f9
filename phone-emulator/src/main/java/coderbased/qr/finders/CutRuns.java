package coderbased.qr.finders;

import coderbased.qr.picture.BitPlane;

/**
 * A look for finder patterns that the border of the picture, or a bar along it, cuts. The side towards the middle is
 * whole there: the core, a light module, a dark one. Between the core and the border three runs may be left at most:
 * ring, outer ring and a light bar. So a line is asked only at its two ends.
 */
final class CutRuns {

    /** The number of runs that the rest of a cut pattern has between its core and the border. */
    static final int RESTS = 3;

    /** Further from the border than so many modules no pattern is cut, bar included. */
    static final float NEAR = 12;

    private static final float MIN_MODULE = 1.2f;
    private static final float MIN_CORE = 0.3f;
    private static final float MAX_CORE = 3.8f;
    private static final float MAX_RING = 1.7f;

    /** Three modules from the edge of the core to the other; the middle is half way. */
    private static final float HALF_CORE = 1.5f;

    private CutRuns() {}

    /**
     * Returns the size of a module if a core may begin or end a line, 0 if not.
     *
     * @param core length of the core's run
     * @param ring length of the run that follows it towards the middle of the picture
     * @param outer length of the next one
     * @param rests number of runs between the core and the border
     * @param rest length of the first of these
     */
    static float module(float core, float ring, float outer, int rests, float rest) {
        float module = (ring + outer) / 2;
        boolean isPair = module >= MIN_MODULE && Math.abs(ring - outer) <= 0.8f * module + 0.8f;
        boolean isCore = core >= MIN_CORE * module && (rests == 0 || core <= MAX_CORE * module + 1);
        boolean isRest = rests <= 1 || rest <= MAX_RING * module + 1;
        return isPair && isCore && isRest ? module : 0;
    }

    /** Returns the distance of a pattern's middle from the edge of its core. */
    static float toMiddle(float module) {
        return HALF_CORE * module;
    }

    /**
     * Returns the place along a column where a pattern has its middle that is cut above ({@code direction} 1) or below
     * it (-1), or -1 if there is none.
     *
     * @param row a pixel of the core
     * @param module size of a module along the row
     */
    static float middle(BitPlane plane, int column, int row, int direction, float module) {
        int colour = plane.bits()[row * plane.width() + column];
        int inner = run(plane, column, row, direction, colour);
        int ring = run(plane, column, row + direction * inner, direction, 1 - colour);
        int outer = run(plane, column, row + direction * (inner + ring), direction, colour);
        float high = module((float) inner + 1, ring, outer, 0, 0);
        if (high == 0 || high > 2 * module || module > 2 * high || inner > MAX_CORE * high + 1) {
            return -1;
        }
        int at = row - direction;
        int core = run(plane, column, at, -direction, colour);
        at -= direction * core;
        int rests = 0;
        int first = 0;
        while (rests <= RESTS && at >= 0 && at < plane.height()) {
            int length = run(plane, column, at, -direction, rests % 2 == 0 ? 1 - colour : colour);
            first = rests++ == 0 ? length : first;
            at -= direction * length;
        }
        boolean isCut = rests <= RESTS && module((float) core + inner, ring, outer, rests, first) > 0;
        float edge = direction > 0 ? row + inner : row - inner + 1;
        return isCut ? edge - direction * toMiddle(high) : -1;
    }

    /** Returns the length of the run of one colour that starts here, or 0 if the colour is another. */
    private static int run(BitPlane plane, int column, int row, int direction, int colour) {
        byte[] bits = plane.bits();
        int length = 0;
        for (int at = row;
                at >= 0 && at < plane.height() && bits[at * plane.width() + column] == colour;
                at += direction) {
            length++;
        }
        return length;
    }
}
