package coderbased.fx.list;

import coderbased.fx.FxThread;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the selected row selected while rows move. A list stores its selection as an index, which would stay behind
 * when the row moves.
 */
final class SelectionKeeper {

    private final ListView<ListRow> list;
    private @Nullable String key;
    private boolean moving;

    private SelectionKeeper(ListView<ListRow> list) {
        this.list = list;
    }

    /** Sets the list's rows; is called about changes before the list itself. */
    static void of(ListView<ListRow> list, ObservableList<ListRow> rows) {
        SelectionKeeper kept = new SelectionKeeper(list);
        rows.addListener((ListChangeListener<ListRow>) change -> kept.rowsMove());
        list.setItems(rows);
        list.getSelectionModel().selectedItemProperty().subscribe(kept::chosen);
    }

    private void chosen(@Nullable ListRow row) {
        if (!moving) {
            key = row == null ? null : row.key();
        }
    }

    private void rowsMove() {
        if (!moving) {
            moving = true;
            FxThread.later(this::restore);
        }
    }

    private void restore() {
        String wanted = key;
        int place = wanted == null ? -1 : placeOf(wanted);
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != place) {
            list.getSelectionModel().clearAndSelect(place);
        }
        moving = false;
    }

    private int placeOf(String wanted) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).key().equals(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
