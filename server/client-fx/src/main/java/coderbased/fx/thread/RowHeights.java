package coderbased.fx.thread;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How high rows are that were drawn before, in pixels. A virtualised list asks for the heights of all rows around the window
 * each time one comes or goes; what was measured once need not be drawn again for that. Remembers the rows used last, at one
 * width. Use on the JavaFX thread.
 */
final class RowHeights {

    static final double UNKNOWN = -1;

    private static final int MOST = 1_000;

    private final Map<String, Measured> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Measured> eldest) {
            return size() > MOST;
        }
    };
    private double width = UNKNOWN;

    /** The height of a row at that width; {@link #UNKNOWN} where it was not measured as it is now. */
    double of(ThreadRow row, double atWidth) {
        Measured measured = atWidth == width ? known.get(row.key()) : null;
        return measured != null && measured.row.equals(row) ? measured.height : UNKNOWN;
    }

    void remember(ThreadRow row, double atWidth, double height) {
        if (atWidth != width) {
            known.clear();
            width = atWidth;
        }
        known.put(row.key(), new Measured(row, height));
    }

    /** The same row looks a little different now, and is as high as before. */
    void keep(ThreadRow before, ThreadRow now) {
        known.computeIfPresent(
                now.key(),
                (_, measured) -> measured.row.equals(before) ? new Measured(now, measured.height) : measured);
    }

    /** It will be drawn otherwise, although it is the same row. */
    void forget(ThreadRow row) {
        known.remove(row.key());
    }

    private record Measured(ThreadRow row, double height) {}
}
