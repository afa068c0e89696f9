package coderbased.qr.code;

import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderTriple;
import coderbased.qr.picture.GreyPlane;

/**
 * The size of a code as the code says it: from version 7 on, 18 modules beside two of its finder patterns name the
 * version (ISO/IEC 18004, 7.10). They lie so near to a finder pattern that its own axes lead to them, however the rest
 * of the paper is bent.
 */
final class VersionBits {

    private static final int FIRST = 7;
    private static final int LAST = 40;
    private static final int BITS = 18;
    private static final int CHECK_BITS = 12;
    private static final int GENERATOR = 0x1f25;
    /** Words of two versions differ in eight bits or more. */
    private static final int MAX_WRONG = 2;

    private static final int[] WORDS = new int[LAST + 1];

    static {
        for (int version = FIRST; version <= LAST; version++) {
            int rest = version << CHECK_BITS;
            for (int bit = BITS - 1; bit >= CHECK_BITS; bit--) {
                rest ^= ((rest >> bit & 1) * GENERATOR) << (bit - CHECK_BITS);
            }
            WORDS[version] = version << CHECK_BITS | rest;
        }
    }

    private VersionBits() {}

    /** Returns the number of modules along a side that a code states, or 0 if it states none. */
    static int size(GreyPlane plane, FinderTriple triple) {
        int right = word(plane, Axes.of(triple.topRight(), triple), triple.topRight(), true);
        int below = word(plane, Axes.of(triple.bottomLeft(), triple), triple.bottomLeft(), false);
        int version = 0;
        int least = MAX_WRONG + 1;
        for (int candidate = FIRST; candidate <= LAST; candidate++) {
            int wrong =
                    Math.min(Integer.bitCount(WORDS[candidate] ^ right), Integer.bitCount(WORDS[candidate] ^ below));
            if (wrong < least) {
                least = wrong;
                version = candidate;
            }
        }
        return version == 0 ? 0 : 17 + 4 * version;
    }

    private static int word(GreyPlane plane, Axes axes, Finder finder, boolean isRight) {
        float threshold = (finder.dark + finder.light) / 2;
        int word = 0;
        for (int aside = 2; aside >= -3; aside--) {
            for (int away = -5; away >= -7; away--) {
                double u = isRight ? away : aside;
                double v = isRight ? aside : away;
                word = word << 1 | (plane.sample(axes.x(u, v), axes.y(u, v)) < threshold ? 1 : 0);
            }
        }
        return word;
    }
}
