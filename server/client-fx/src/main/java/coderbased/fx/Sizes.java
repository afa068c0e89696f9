package coderbased.fx;

import java.util.Locale;

/** Readable file sizes. */
public final class Sizes {

    private static final double STEP = 1024;

    private Sizes() {}

    /** Formats a size, for example {@code 812 bytes}, {@code 34 kB}, {@code 1.2 MB}. */
    public static String words(long bytes) {
        if (bytes < STEP) {
            return bytes + " bytes";
        }
        if (bytes < STEP * STEP) {
            return Math.round(bytes / STEP) + " kB";
        }
        String words = String.format(Locale.ROOT, "%.1f MB", bytes / STEP / STEP);
        return words.replace(".0 ", " ");
    }
}
