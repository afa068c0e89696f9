package coderbased.fx.list;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;

/**
 * Updates a shown list row by row: a moved row is removed and inserted, a changed one is replaced in place, all others
 * stay. The list does not flicker, and keeps its scroll position.
 */
final class KeyedRows {

    /** Largest number of single moves; with more, the list is replaced. */
    private static final int MAX_MOVES = 40;

    private KeyedRows() {}

    /** Makes {@code shown} equal to {@code fresh}; {@code key} identifies a row and is unique. */
    static <T> void update(ObservableList<T> shown, List<? extends T> fresh, Function<? super T, String> key) {
        int moves = 0;
        for (int i = 0; i < fresh.size(); i++) {
            T wanted = fresh.get(i);
            if (i < shown.size() && shown.get(i).equals(wanted)) {
                continue;
            }
            String name = key.apply(wanted);
            if (i < shown.size() && key.apply(shown.get(i)).equals(name)) {
                shown.set(i, wanted);
                continue;
            }
            if (++moves > MAX_MOVES) {
                shown.setAll(fresh);
                return;
            }
            remove(shown, i, name, key);
            shown.add(i, wanted);
        }
        if (shown.size() > fresh.size()) {
            shown.remove(fresh.size(), shown.size());
        }
    }

    private static <T> void remove(ObservableList<T> shown, int from, String name, Function<? super T, String> key) {
        for (int i = from; i < shown.size(); i++) {
            if (key.apply(shown.get(i)).equals(name)) {
                shown.remove(i);
                return;
            }
        }
    }
}
