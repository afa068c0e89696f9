package coderbased.fx;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread is scrolled to.
 *
 * <p>It follows the newest message until the person scrolls up, and again when the person scrolls back down; only what the
 * person does decides, never what arrives. While it does not follow, it holds on to the row that is first in view, by the
 * row's name: rows that come and go above and below leave what is being read where it is.
 *
 * <p>A virtualised list keeps its place by index and guesses the heights it has not measured, so one jump may miss. The
 * place is therefore put right after each layout and before the picture is drawn, in a few steps at most.
 */
final class ThreadScroll {

    private static final int ROWS_NEAR_END = 8;
    private static final int MOST_STEPS = 12;
    private static final double EXACT_PIXELS = 1;
    private static final double SLACK_PIXELS = 2;
    private static final double SHOWN_AT = 0.25;

    private final ListView<ThreadRow> list;
    private final BooleanSupplier more;
    private final Ends ends;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final Runnable afterLayout = this::afterLayout;
    private Goal goal = new Goal.Newest();

    /**
     * @param list its items are set already
     * @param more whether there are messages after the last row, not loaded
     * @param ends hears when the person has come close to the first or the last row
     */
    ThreadScroll(ListView<ThreadRow> list, BooleanSupplier more, Ends ends) {
        this.list = list;
        this.more = more;
        this.ends = ends;
        list.addEventFilter(ScrollEvent.SCROLL, e -> release());
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> release());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> release());
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> release());
        list.sceneProperty().subscribe(this::onScene);
    }

    /** Whether the newest message is kept in view. */
    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Goes to the newest row and follows it. */
    void toNewest() {
        aim(new Goal.Newest());
    }

    /** Goes to a row; holds on to it. */
    void show(String key) {
        aim(new Goal.Show(key));
    }

    private void aim(Goal fresh) {
        goal = fresh;
        following.set(fresh instanceof Goal.Newest);
        list.requestLayout();
    }

    /** The person scrolls: where that leads is known after the next layout. */
    private void release() {
        goal = new Goal.Free();
        list.requestLayout();
    }

    private void onScene(@Nullable Scene left, @Nullable Scene entered) {
        if (left != null) {
            left.removePostLayoutPulseListener(afterLayout);
        }
        if (entered != null) {
            entered.addPostLayoutPulseListener(afterLayout);
        }
    }

    private void afterLayout() {
        VirtualFlow<?> flow = flow();
        if (flow == null || list.getItems().isEmpty() || flow.getHeight() <= 0) {
            return;
        }
        boolean mayLoad = goal instanceof Goal.Free || goal instanceof Goal.Keep;
        for (int step = 0; step < MOST_STEPS && !settled(flow); step++) {
            list.layout();
        }
        switch (goal) {
            case Goal.Newest _ -> {}
            case Goal.Free _, Goal.Show _ -> hold(flow, !more.getAsBoolean() && atEnd(flow));
            case Goal.Keep keep -> {
                if (indexOf(keep.key()) >= 0) {
                    hold(flow, false);
                }
            }
        }
        if (mayLoad) {
            tellEnds(flow);
        }
    }

    private void hold(VirtualFlow<?> flow, boolean atEnd) {
        following.set(atEnd);
        Goal kept = atEnd ? new Goal.Newest() : firstVisible(flow);
        if (kept != null) {
            goal = kept;
        }
    }

    private void tellEnds(VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first != null && first.getIndex() < ROWS_NEAR_END) {
            ends.nearFirst();
        }
        if (last != null && last.getIndex() >= list.getItems().size() - ROWS_NEAR_END) {
            ends.nearLast();
        }
    }

    /** Moves a step towards the goal; whether none was needed. */
    private boolean settled(VirtualFlow<?> flow) {
        return switch (goal) {
            case Goal.Free _ -> true;
            case Goal.Newest _ -> newestShown(flow);
            case Goal.Keep keep -> placed(flow, keep.key(), keep.offset());
            case Goal.Show show -> placed(flow, show.key(), flow.getHeight() * SHOWN_AT);
        };
    }

    private boolean newestShown(VirtualFlow<?> flow) {
        int newest = list.getItems().size() - 1;
        IndexedCell<?> cell = visibleCell(flow, newest);
        if (cell == null) {
            flow.scrollTo(newest);
            return false;
        }
        double hidden = cell.getLayoutY() + cell.getHeight() - flow.getHeight();
        if (hidden <= EXACT_PIXELS) {
            return true;
        }
        if (Math.abs(flow.scrollPixels(hidden)) < EXACT_PIXELS) {
            flow.setPosition(1);
        }
        return false;
    }

    private boolean placed(VirtualFlow<?> flow, String key, double offset) {
        int index = indexOf(key);
        if (index < 0) {
            return true;
        }
        IndexedCell<?> cell = visibleCell(flow, index);
        if (cell == null) {
            flow.scrollToTop(index);
            return false;
        }
        double wrong = cell.getLayoutY() - offset;
        return Math.abs(wrong) <= EXACT_PIXELS || Math.abs(flow.scrollPixels(wrong)) < EXACT_PIXELS;
    }

    private boolean atEnd(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null
                || (last.getIndex() == list.getItems().size() - 1
                        && last.getLayoutY() + last.getHeight() <= flow.getHeight() + SLACK_PIXELS);
    }

    /** A day or the unread line may vanish as rows come in above it; what people said does not. */
    private Goal.@Nullable Keep firstVisible(VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return null;
        }
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            IndexedCell<?> cell = flow.getCell(i);
            if (cell.getItem() instanceof ThreadRow.Bubble bubble) {
                return new Goal.Keep(bubble.key(), cell.getLayoutY());
            }
        }
        return first.getItem() instanceof ThreadRow row ? new Goal.Keep(row.key(), first.getLayoutY()) : null;
    }

    private static @Nullable IndexedCell<?> visibleCell(VirtualFlow<?> flow, int index) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        boolean visible = first != null && last != null && index >= first.getIndex() && index <= last.getIndex();
        return visible ? flow.getCell(index) : null;
    }

    private int indexOf(String key) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** Hears when the person has come close to an end of what is loaded; may be told again and again. */
    interface Ends {

        void nearFirst();

        void nearLast();
    }

    /** What is to be in view. */
    private sealed interface Goal {

        /** The last row. */
        record Newest() implements Goal {}

        /** Whatever the person scrolls to. */
        record Free() implements Goal {}

        /** A row, where it is, in pixels below the list's upper edge. */
        record Keep(String key, double offset) implements Goal {}

        /** A row, in the upper half. */
        record Show(String key) implements Goal {}
    }
}
