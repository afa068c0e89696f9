package coderbased.fx.thread;

import coderbased.fx.thread.ThreadPlace.Shown;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Scroll position of a thread.
 *
 * <p>It follows the newest message until the user scrolls up, and again when the user scrolls back down; incoming
 * messages never change that. While it does not follow, it holds the first row in view by its key, so rows that come
 * and go above and below do not move what is being read.
 *
 * <p>When another conversation is opened, it waits for a target: until then it does not scroll, and reports no end as
 * seen.
 *
 * <p>A virtualised list stores its position as an index, and one jump may miss. The position is therefore corrected
 * after each layout and before the frame is drawn, in a few steps at most. Pages of a long conversation arrive while
 * the wheel still turns. The position is recorded before the list learns of the change; a turn between the change and
 * the layout finds the list already laid out.
 */
final class ThreadScroll {

    private static final int ROWS_NEAR_END = 8;
    private static final int MAX_STEPS = 12;
    private static final double SHOWN_AT_SHARE = 0.25;

    private final ListView<ThreadRow> list;
    private final ThreadPlace place;
    private final BooleanSupplier more;
    private final Ends ends;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final Runnable afterLayout = this::afterLayout;
    private Goal goal = new Goal.Newest();
    private boolean stale;

    /**
     * @param list has no items yet: they are set here, so that this class learns of changes before the list does
     * @param rows its items
     * @param more true if there are messages after the last row that are not loaded
     * @param ends receives the positions of the ends
     */
    ThreadScroll(ListView<ThreadRow> list, ObservableList<ThreadRow> rows, BooleanSupplier more, Ends ends) {
        this.list = list;
        this.place = new ThreadPlace(list);
        this.more = more;
        this.ends = ends;
        rows.addListener((ListChangeListener<ThreadRow>) change -> onChange());
        list.setItems(rows);
        list.addEventFilter(ScrollEvent.SCROLL, e -> release());
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> release());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> release());
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> release());
        list.sceneProperty().subscribe(this::onScene);
    }

    /** True while the newest message is kept in view. */
    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Prepares for another conversation, and waits for a target. */
    void begin() {
        goal = new Goal.Waiting();
        following.set(true);
        ends.lastShown(null);
    }

    /** Scrolls to the newest row and follows it. */
    void toNewest() {
        aim(new Goal.Newest());
    }

    /** Scrolls to a row and holds it. */
    void show(String key) {
        aim(new Goal.Show(key));
    }

    private void aim(Goal fresh) {
        goal = fresh;
        following.set(fresh instanceof Goal.Newest);
        list.requestLayout();
    }

    /** Records the position before rows come or go, if the user has scrolled since the last layout. */
    private void onChange() {
        if (!stale && goal instanceof Goal.Free && place.isLaidOut()) {
            hold(!more.getAsBoolean() && place.isAtEnd());
        }
        stale = true;
    }

    /** Lets the user scroll; the new position is known after the next layout. */
    private void release() {
        if (goal instanceof Goal.Waiting) {
            return;
        }
        if (stale && place.isLaidOut()) {
            list.layout();
            settle();
        }
        goal = new Goal.Free();
        list.requestLayout();
    }

    private void onScene(@Nullable Scene left, @Nullable Scene entered) {
        if (left != null) {
            left.removePostLayoutPulseListener(afterLayout);
            ends.lastShown(null);
        }
        if (entered != null) {
            entered.addPostLayoutPulseListener(afterLayout);
        }
    }

    private void afterLayout() {
        if (!place.isLaidOut()) {
            ends.lastShown(null);
            return;
        }
        boolean mayLoad = goal instanceof Goal.Free || goal instanceof Goal.Keep;
        settle();
        place.restAtBottom();
        switch (goal) {
            case Goal.Newest _, Goal.Waiting _ -> {}
            case Goal.Free _, Goal.Show _ -> hold(!more.getAsBoolean() && place.isAtEnd());
            case Goal.Keep(var row) -> {
                if (place.has(row.key())) {
                    hold(false);
                }
            }
        }
        if (mayLoad) {
            tellEnds();
        }
        ends.lastShown(goal instanceof Goal.Waiting ? null : place.lastShown());
    }

    private void settle() {
        stale = false;
        for (int step = 0; step < MAX_STEPS && !settled(); step++) {
            list.layout();
        }
    }

    /** Scrolls one step towards the goal; true if none was needed. */
    private boolean settled() {
        return switch (goal) {
            case Goal.Free _, Goal.Waiting _ -> true;
            case Goal.Newest _ -> place.showNewest();
            case Goal.Keep(var row) -> place.show(row);
            case Goal.Show(var key) -> place.show(new Shown(key, place.offset(SHOWN_AT_SHARE)));
        };
    }

    private void hold(boolean atEnd) {
        following.set(atEnd);
        Shown first = place.firstShown();
        if (atEnd) {
            goal = new Goal.Newest();
        } else if (first != null) {
            goal = new Goal.Keep(first);
        }
    }

    private void tellEnds() {
        if (place.isNearFirst(ROWS_NEAR_END)) {
            ends.nearFirst();
        }
        if (place.isNearLast(ROWS_NEAR_END)) {
            ends.nearLast();
        }
    }

    /** Receives the positions of the loaded rows' ends relative to the screen; may be called repeatedly. */
    interface Ends {

        /** Reports that the view is near the first row. */
        void nearFirst();

        /** Reports that the view is near the last row. */
        void nearLast();

        /** Reports a layout, with the key of the last row if it is in view, or else null. */
        void lastShown(@Nullable String key);
    }

    /** Target of scrolling. */
    private sealed interface Goal {

        /** None yet: the conversation was just opened. */
        record Waiting() implements Goal {}

        /** The last row. */
        record Newest() implements Goal {}

        /** Wherever the user scrolls. */
        record Free() implements Goal {}

        /** A row at its present position. */
        record Keep(Shown row) implements Goal {}

        /** A row in the upper half. */
        record Show(String key) implements Goal {}
    }
}
