package coderbased.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
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
 * person does decides, never what arrives. While it does not follow, rows that come in above or below leave what is being
 * read where it is.
 *
 * <p>A virtualised list keeps its place by index and guesses the heights it has not measured, so one jump may miss. The
 * place is therefore put right after each layout, until it is right, in a few steps at most.
 */
final class ThreadScroll {

    private static final int ROWS_NEAR_TOP = 8;
    private static final int MOST_STEPS = 12;
    private static final double SLACK_PIXELS = 24;
    private static final double EXACT_PIXELS = 1;

    private final ListView<ThreadRow> list;
    private final Runnable nearTop;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final Runnable afterLayout = this::putRight;
    private @Nullable Place place;
    private int stepsLeft;

    /**
     * @param list its items are set already
     * @param nearTop called when the person has come close to the oldest loaded row
     */
    ThreadScroll(ListView<ThreadRow> list, Runnable nearTop) {
        this.list = list;
        this.nearTop = nearTop;
        list.addEventFilter(ScrollEvent.SCROLL, e -> FxThread.later(this::onScrolled));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> FxThread.later(this::onScrolled));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> FxThread.later(this::onScrolled));
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> FxThread.later(this::onScrolled));
        list.getItems().addListener((ListChangeListener<ThreadRow>) change -> keepPlace());
        list.heightProperty().subscribe(this::keepPlace);
        list.widthProperty().subscribe(this::keepPlace);
        list.sceneProperty().subscribe(this::onScene);
    }

    /** Whether the newest message is kept in view. */
    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Goes to the newest message and follows it. */
    void toNewest() {
        following.set(true);
        keepPlace();
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

    private void keepPlace() {
        place = following.get() ? null : firstVisible();
        stepsLeft = MOST_STEPS;
    }

    private void onScrolled() {
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null) {
            return;
        }
        place = null;
        following.set(atNewest(flow));
        if (flow.getFirstVisibleCell().getIndex() < ROWS_NEAR_TOP) {
            nearTop.run();
        }
    }

    private void putRight() {
        VirtualFlow<?> flow = flow();
        if (flow == null || stepsLeft == 0 || list.getItems().isEmpty()) {
            return;
        }
        stepsLeft--;
        if (following.get()) {
            showNewest(flow);
        } else if (place != null) {
            restore(flow, place);
        }
    }

    private boolean atNewest(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null
                || (last.getIndex() == list.getItems().size() - 1
                        && last.getLayoutY() + last.getHeight() <= flow.getHeight() + SLACK_PIXELS);
    }

    private void showNewest(VirtualFlow<?> flow) {
        int newest = list.getItems().size() - 1;
        IndexedCell<?> cell = visibleCell(flow, newest);
        if (cell == null) {
            flow.scrollTo(newest);
            return;
        }
        double hidden = cell.getLayoutY() + cell.getHeight() - flow.getHeight();
        if (hidden > EXACT_PIXELS && Math.abs(flow.scrollPixels(hidden)) < EXACT_PIXELS) {
            flow.setPosition(1);
        }
    }

    private @Nullable Place firstVisible() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        if (flow == null || first == null) {
            return null;
        }
        for (int i = first.getIndex(); i < flow.getCellCount(); i++) {
            IndexedCell<?> cell = flow.getCell(i);
            if (cell.getItem() instanceof ThreadRow.Bubble bubble) {
                return new Place(bubble.id(), cell.getLayoutY());
            }
        }
        return null;
    }

    private void restore(VirtualFlow<?> flow, Place kept) {
        int index = indexOf(kept.bubbleId());
        if (index < 0) {
            return;
        }
        IndexedCell<?> cell = visibleCell(flow, index);
        if (cell == null) {
            flow.scrollToTop(index);
        } else if (Math.abs(cell.getLayoutY() - kept.offset()) > EXACT_PIXELS) {
            flow.scrollPixels(cell.getLayoutY() - kept.offset());
        }
    }

    private static @Nullable IndexedCell<?> visibleCell(VirtualFlow<?> flow, int index) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        boolean visible = first != null && last != null && index >= first.getIndex() && index <= last.getIndex();
        return visible ? flow.getCell(index) : null;
    }

    private int indexOf(String bubbleId) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof ThreadRow.Bubble bubble
                    && bubble.id().equals(bubbleId)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** A bubble and how far below the list's top edge it begins, in pixels. */
    private record Place(String bubbleId, double offset) {}
}
