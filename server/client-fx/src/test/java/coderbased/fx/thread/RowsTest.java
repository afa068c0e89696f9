package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void updateAlwaysShowsTheFreshList() {
        Random random = new Random(42);
        ObservableList<Integer> shown = FXCollections.observableArrayList();
        for (int round = 0; round < 5_000; round++) {
            List<Integer> fresh = random.ints(random.nextInt(12), 0, 6).boxed().toList();
            Rows.update(shown, fresh);
            assertEquals(fresh, shown, "round " + round);
        }
    }

    @Test
    void pageBeforeTheFirstRowTouchesNoOtherRow() {
        ObservableList<Integer> shown = FXCollections.observableArrayList(3, 4, 5);
        List<String> changes = new ArrayList<>();
        shown.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + "+" + change.getAddedSize() + "-" + change.getRemovedSize());
            }
        });
        Rows.update(shown, List.of(1, 2, 3, 4, 5));
        assertEquals(List.of("0+2-0"), changes);
    }

    @Test
    void unchangedListFiresNoEvent() {
        ObservableList<Integer> shown = FXCollections.observableArrayList(1, 2, 3);
        boolean[] told = {false};
        shown.addListener((ListChangeListener<Integer>) change -> told[0] = true);
        Rows.update(shown, List.of(1, 2, 3));
        assertFalse(told[0]);
    }
}
