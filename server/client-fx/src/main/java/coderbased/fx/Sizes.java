package coderbased.fx;

import java.util.Locale;

/** Readable file sizes. */
public final class Sizes {

    private static final double UNIT = 1024;

    private Sizes() {}

    /** Formats a size, for example {@code 812 bytes}, {@code 34 kB}, {@code 1.2 MB}. */
    public static String words(long bytes) {
        if (bytes < UNIT) {
            return bytes + " bytes";
        }
        if (bytes < UNIT * UNIT) {
            return Math.round(bytes / UNIT) + " kB";
        }
        String words = String.format(Locale.ROOT, "%.1f MB", bytes / UNIT / UNIT);
        return words.replace(".0 ", " ");
    }
}
