package coderbased.fx.list;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;

/**
 * Brings a shown list up to date row by row: a row that moved is taken out and put in again, one that changed is replaced
 * in place, and all others are left alone. So nothing flickers, and the list keeps its place.
 */
final class KeyedRows {

    /** Where more rows than this have moved, it is another list. */
    private static final int MOST_MOVES = 40;

    private KeyedRows() {}

    /** Makes {@code shown} equal to {@code fresh}. {@code key} says which rows are the same one; no two share it. */
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
            if (++moves > MOST_MOVES) {
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
