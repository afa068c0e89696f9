package coderbased.qr.code;

import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a code whose colour is known before it is read (ISO/IEC 18004, 6.3): finder patterns with their
 * separators, timing patterns, alignment patterns. What a supposed grid is measured by.
 */
final class FunctionPatterns {

    private static final int FIRST = 21;
    private static final int LAST = 177;
    private static final @Nullable FunctionPatterns[] KNOWN = new FunctionPatterns[41];

    private final int size;
    private short[] us = new short[600];
    private short[] vs = new short[600];
    private byte[] signs = new byte[600];
    private int count;
    private final int[] alignment;
    private final byte[] map;

    private FunctionPatterns(int size) {
        this.size = size;
        map = new byte[size * size];
        alignment = Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters();
        addFinder(0, 0);
        addFinder(size - 7, 0);
        addFinder(0, size - 7);
        for (int i = 8; i < size - 8; i++) {
            add(i, 6, i % 2 == 0);
            add(6, i, i % 2 == 0);
        }
        for (int u : alignment) {
            for (int v : alignment) {
                if (!meetsFinder(u, v)) {
                    addAlignment(u, v);
                }
            }
        }
        us = Arrays.copyOf(us, count);
        vs = Arrays.copyOf(vs, count);
        signs = Arrays.copyOf(signs, count);
    }

    /** Returns the patterns of a code of {@code size} modules, a size that {@link #isSize} accepts. */
    static synchronized FunctionPatterns of(int size) {
        int version = (size - 17) / 4;
        FunctionPatterns known = KNOWN[version];
        if (known == null) {
            known = new FunctionPatterns(size);
            KNOWN[version] = known;
        }
        return known;
    }

    static boolean isSize(int size) {
        return size >= FIRST && size <= LAST && size % 4 == 1;
    }

    int size() {
        return size;
    }

    int count() {
        return count;
    }

    int u(int i) {
        return us[i];
    }

    int v(int i) {
        return vs[i];
    }

    /** Returns 1 if the module is light, -1 if it is dark. */
    int sign(int i) {
        return signs[i];
    }

    /** Returns {@link #sign} for any module, 0 if the colour is unknown. */
    int signAt(int u, int v) {
        return map[v * size + u];
    }

    /** Rows and columns on which alignment patterns have their centres; empty in version 1. */
    int[] alignment() {
        return alignment;
    }

    /** True where an alignment pattern would lie on a finder pattern, and so is left out. */
    boolean meetsFinder(int u, int v) {
        return (u < 8 && v < 8) || (u > size - 9 && v < 8) || (u < 8 && v > size - 9);
    }

    private void addFinder(int left, int top) {
        for (int v = -1; v <= 7; v++) {
            for (int u = -1; u <= 7; u++) {
                int ring = Math.max(Math.abs(u - 3), Math.abs(v - 3));
                boolean inside = left + u >= 0 && left + u < size && top + v >= 0 && top + v < size;
                if (inside) {
                    add(left + u, top + v, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void addAlignment(int centreU, int centreV) {
        for (int v = -2; v <= 2; v++) {
            for (int u = -2; u <= 2; u++) {
                add(centreU + u, centreV + v, Math.max(Math.abs(u), Math.abs(v)) != 1);
            }
        }
    }

    private void add(int u, int v, boolean dark) {
        if (count == us.length) {
            us = Arrays.copyOf(us, 2 * count);
            vs = Arrays.copyOf(vs, 2 * count);
            signs = Arrays.copyOf(signs, 2 * count);
        }
        map[v * size + u] = (byte) (dark ? -1 : 1);
        us[count] = (short) u;
        vs[count] = (short) v;
        signs[count++] = (byte) (dark ? -1 : 1);
    }
}
