package coderbased.qr.finders;

import coderbased.qr.picture.BitPlane;

/**
 * A cheap look along the four diagonals from a place that may be the middle of a finder pattern. There too the core, a
 * ring of the other colour and the outer ring follow each other, in lengths between those of a square that lies
 * straight and of one that stands on its corner. Most of what is none shows it here, before the costly fit.
 */
final class Diagonals {

    private static final int NEEDED = 3;
    private static final int NEEDED_OF_CUT = 2;
    private static final float MIN_CORE = 0.6f;
    private static final float MAX_CORE = 3.2f;
    private static final float MIN_RING = 0.3f;
    private static final float MAX_RING = 2.4f;

    private Diagonals() {}

    /** True if a place may be a finder pattern; {@code colour} is what its core has in {@code bits}. */
    static boolean agree(BitPlane bits, float x, float y, float across, float down, int colour, boolean isCut) {
        int agreeing = 0;
        for (int i = 0; i < 4; i++) {
            float stepX = (i & 1) == 0 ? -1 : 1;
            float stepY = (i & 2) == 0 ? -1 : 1;
            boolean isWide = across > down;
            stepX *= isWide ? 1 : across / down;
            stepY *= isWide ? down / across : 1;
            agreeing += follows(bits, x, y, stepX, stepY, Math.max(across, down), colour) ? 1 : 0;
        }
        return agreeing >= (isCut ? NEEDED_OF_CUT : NEEDED);
    }

    private static boolean follows(
            BitPlane bits, float x, float y, float stepX, float stepY, float module, int colour) {
        int core = run(bits, x, y, stepX, stepY, 0, colour);
        if (core < MIN_CORE * module - 1 || core > MAX_CORE * module + 1) {
            return false;
        }
        int ring = run(bits, x, y, stepX, stepY, core, 1 - colour);
        return ring > 0 && ring >= MIN_RING * module - 1 && ring <= MAX_RING * module + 1;
    }

    /** Returns how many steps from {@code start} on have a colour. */
    private static int run(BitPlane bits, float x, float y, float stepX, float stepY, int start, int colour) {
        int steps = start;
        while (true) {
            int column = (int) (x + steps * stepX);
            int row = (int) (y + steps * stepY);
            boolean isInside = column >= 0 && row >= 0 && column < bits.width() && row < bits.height();
            if (!isInside || bits.bits()[row * bits.width() + column] != colour) {
                return steps - start;
            }
            steps++;
        }
    }
}
