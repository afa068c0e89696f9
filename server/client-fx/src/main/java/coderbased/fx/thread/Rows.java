package coderbased.fx.thread;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/** Updates a shown list with the fewest changes, so that rows on screen keep their place and focus. */
final class Rows {

    private Rows() {}

    /** Makes {@code shown} equal to {@code fresh}, changing only the rows between their common start and end. */
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

    /**
     * Makes {@code shown} equal to {@code fresh}, whose rows have keys: removes rows that are gone, inserts new ones,
     * and keeps the others, wherever the window over a long list has moved.
     */
    static <T> void update(ObservableList<T> shown, List<? extends T> fresh, Function<? super T, ?> key) {
        Map<Object, T> wanted = new HashMap<>();
        fresh.forEach(row -> wanted.put(key.apply(row), row));
        removeRuns(shown, row -> !wanted.containsKey(key.apply(row)));
        Set<Object> left = new HashSet<>();
        shown.forEach(row -> left.add(key.apply(row)));
        int i = 0;
        while (i < fresh.size()) {
            if (i < shown.size() && key.apply(shown.get(i)).equals(key.apply(fresh.get(i)))) {
                if (!shown.get(i).equals(fresh.get(i))) {
                    shown.set(i, fresh.get(i));
                }
                i++;
                continue;
            }
            int run = i;
            while (run < fresh.size() && !left.contains(key.apply(fresh.get(run)))) {
                run++;
            }
            if (run == i) { // the same rows in another order: rare, after an unsent message got its place
                update(shown, fresh);
                return;
            }
            shown.addAll(i, fresh.subList(i, run));
            i = run;
        }
        if (shown.size() > fresh.size()) {
            shown.remove(fresh.size(), shown.size());
        }
    }

    private static <T> void removeRuns(ObservableList<T> shown, java.util.function.Predicate<T> gone) {
        int end = shown.size();
        while (end > 0) {
            if (!gone.test(shown.get(end - 1))) {
                end--;
                continue;
            }
            int start = end - 1;
            while (start > 0 && gone.test(shown.get(start - 1))) {
                start--;
            }
            shown.remove(start, end);
            end = start;
        }
    }
}
