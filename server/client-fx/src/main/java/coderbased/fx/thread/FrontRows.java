package coderbased.fx.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes the oldest rows in batches.
 *
 * <p>A full window drops one message for each new one. If the first row went each time, every row on screen would get a
 * new index and be drawn again, up to a hundred times a second. A few extra rows cost nothing.
 */
final class FrontRows {

    private static final int MAX_EXTRA_ROWS = 100;

    private FrontRows() {}

    /** Returns the fresh rows, preceded by the shown rows right before them, unless that would be too many. */
    static List<ThreadRow> kept(List<ThreadRow> shown, List<ThreadRow> fresh) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            places.put(shown.get(i).key(), i);
        }
        for (int i = 0; i < fresh.size(); i++) {
            ThreadRow row = fresh.get(i);
            if (row instanceof ThreadRow.Bubble || row instanceof ThreadRow.GroupEvent) {
                int place = places.getOrDefault(row.key(), 0);
                return place <= i || place - i > MAX_EXTRA_ROWS ? fresh : joined(shown.subList(0, place), fresh, i);
            }
        }
        return fresh;
    }

    private static List<ThreadRow> joined(List<ThreadRow> front, List<ThreadRow> fresh, int from) {
        List<ThreadRow> joined = new ArrayList<>(front);
        joined.addAll(fresh.subList(from, fresh.size()));
        return joined;
    }
}
