package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

/** Readable file sizes. */
public final class Sizes {

    private static final double UNIT = 1024;

    private Sizes() {}

    /** Formats a size, for example {@code 812 bytes}, {@code 34 kB}, {@code 1.2 MB}. */
    public static String words(long bytes) {
        if (bytes < UNIT) {
            return MESSAGES.text("size.bytes", "count", bytes);
        }
        if (bytes < UNIT * UNIT) {
            return MESSAGES.text("size.kilobytes", "count", Math.round(bytes / UNIT));
        }
        return MESSAGES.text("size.megabytes", "count", bytes / UNIT / UNIT);
    }
}
