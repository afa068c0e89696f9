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
 * Where a thread is scrolled to.
 *
 * <p>It follows the newest message until the person scrolls up, and again when the person scrolls back down; only what the
 * person does decides, never what arrives. While it does not follow, it holds on to the row that is first in view, by the
 * row's name: rows that come and go above and below leave what is being read where it is.
 *
 * <p>When another conversation is opened it waits: it goes nowhere, and shows nobody the end, before it is told where to go.
 *
 * <p>A virtualised list keeps its place by index, and one jump may miss. The place is therefore put right after each layout
 * and before the picture is drawn, in a few steps at most. Pages of a long conversation come in while the wheel still turns:
 * the place is taken before the list hears of the change, and a turn between the change and the layout finds the list laid
 * out.
 */
final class ThreadScroll {

    private static final int ROWS_NEAR_END = 8;
    private static final int MOST_STEPS = 12;
    private static final double SHOWN_AT = 0.25;

    private final ListView<ThreadRow> list;
    private final ThreadPlace place;
    private final BooleanSupplier more;
    private final Ends ends;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final Runnable afterLayout = this::afterLayout;
    private Goal goal = new Goal.Newest();
    private boolean stale;

    /**
     * @param list has no items yet: they are set here, so that this hears of their changes before the list does
     * @param rows its items
     * @param more whether there are messages after the last row, not loaded
     * @param ends hears where the ends of the rows are
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

    /** Whether the newest message is kept in view. */
    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** The rows will be those of another conversation: waits until it is told where to go. */
    void begin() {
        goal = new Goal.Waiting();
        following.set(true);
        ends.lastShown(null);
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

    /** Rows come or go: where the person has scrolled to since the last layout is still to be seen. */
    private void onChange() {
        if (!stale && goal instanceof Goal.Free && place.isLaidOut()) {
            hold(!more.getAsBoolean() && place.isAtEnd());
        }
        stale = true;
    }

    /** The person scrolls: where that leads is known after the next layout. */
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
        for (int step = 0; step < MOST_STEPS && !settled(); step++) {
            list.layout();
        }
    }

    /** Moves a step towards the goal; whether none was needed. */
    private boolean settled() {
        return switch (goal) {
            case Goal.Free _, Goal.Waiting _ -> true;
            case Goal.Newest _ -> place.showNewest();
            case Goal.Keep(var row) -> place.show(row);
            case Goal.Show(var key) -> place.show(new Shown(key, place.offset(SHOWN_AT)));
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

    /** Hears where the ends of what is loaded are, as seen from what is on the screen; may be told again and again. */
    interface Ends {

        /** The person has come close to the first row. */
        void nearFirst();

        /** The person has come close to the last row. */
        void nearLast();

        /** The rows were laid out: the last of them is in view and has that name; null where it is not in view. */
        void lastShown(@Nullable String key);
    }

    /** What is to be in view. */
    private sealed interface Goal {

        /** Nothing yet: the conversation was just opened. */
        record Waiting() implements Goal {}

        /** The last row. */
        record Newest() implements Goal {}

        /** Whatever the person scrolls to. */
        record Free() implements Goal {}

        /** A row, where it is. */
        record Keep(Shown row) implements Goal {}

        /** A row, in the upper half. */
        record Show(String key) implements Goal {}
    }
}
