package coderbased.fx.thread;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Heights of rows that were drawn before, in pixels. A virtualised list asks for the heights of all rows around the
 * window at every change; a measured row need not be drawn again. Keeps the most recently used rows, at one width. Used
 * on the JavaFX thread.
 */
final class RowHeights {

    static final double UNKNOWN = -1;

    private static final int MAX_ROWS = 1_000;

    private final Map<String, Measured> known = new LinkedHashMap<>(MAX_ROWS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Measured> eldest) {
            return size() > MAX_ROWS;
        }
    };
    private double width = UNKNOWN;

    /** Returns the height of a row at that width; {@link #UNKNOWN} if it was not measured as it is now. */
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

    /** Keeps the height of a row whose look has changed but not its height. */
    void keep(ThreadRow before, ThreadRow now) {
        known.computeIfPresent(
                now.key(),
                (_, measured) -> measured.row.equals(before) ? new Measured(now, measured.height) : measured);
    }

    /** Forgets the height of a row that will be drawn differently. */
    void forget(ThreadRow row) {
        known.remove(row.key());
    }

    private record Measured(ThreadRow row, double height) {}
}
