package coderbased.fx;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a shown list up to date with the fewest changes, so that what is on screen keeps its place and focus. */
final class Rows {

    private Rows() {}

    /** Makes {@code shown} equal to {@code fresh}, touching only what lies between their common start and end. */
    static <T> void update(ObservableList<T> shown, List<? extends T> fresh) {
        int most = Math.min(shown.size(), fresh.size());
        int start = 0;
        while (start < most && shown.get(start).equals(fresh.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && shown.get(shown.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        int removed = shown.size() - end - start;
        int kept = Math.min(removed, fresh.size() - end - start);
        for (int i = start; i < start + kept; i++) {
            if (!shown.get(i).equals(fresh.get(i))) {
                shown.set(i, fresh.get(i));
            }
        }
        if (removed > kept) {
            shown.remove(start + kept, shown.size() - end);
        }
        if (fresh.size() > shown.size()) {
            shown.addAll(start + kept, fresh.subList(start + kept, fresh.size() - end));
        }
    }
}
