package coderbased.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
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
 * read where it is: a virtualised list keeps its place by index, so the place is put right after every such change.
 */
final class ThreadScroll {

    private static final int ROWS_NEAR_TOP = 8;
    private static final double SLACK_PIXELS = 24;

    private final ListView<ThreadRow> list;
    private final Runnable nearTop;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

    /** @param nearTop called when the person has come close to the oldest loaded row */
    ThreadScroll(ListView<ThreadRow> list, Runnable nearTop) {
        this.list = list;
        this.nearTop = nearTop;
        list.addEventFilter(ScrollEvent.SCROLL, e -> FxThread.later(this::onScrolled));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> FxThread.later(this::onScrolled));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> FxThread.later(this::onScrolled));
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> FxThread.later(this::onScrolled));
        list.itemsProperty().subscribe(rows ->
                rows.addListener((ListChangeListener<ThreadRow>) change -> onRows()));
        list.heightProperty().subscribe(this::onRows);
        list.widthProperty().subscribe(this::onRows);
    }

    /** Whether the newest message is kept in view. */
    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Goes to the newest message and follows it. */
    void toNewest() {
        following.set(true);
        onRows();
    }

    private void onRows() {
        Place place = following.get() ? null : place();
        FxThread.later(() -> {
            if (following.get()) {
                showNewest();
            } else if (place != null) {
                restore(place);
            }
        });
    }

    private void onScrolled() {
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null) {
            return;
        }
        following.set(atNewest(flow));
        if (flow.getFirstVisibleCell().getIndex() < ROWS_NEAR_TOP) {
            nearTop.run();
        }
    }

    private boolean atNewest(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null
                || last.getIndex() == list.getItems().size() - 1
                        && last.getLayoutY() + last.getHeight() <= flow.getHeight() + SLACK_PIXELS;
    }

    private void showNewest() {
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            list.layout();
            flow.setPosition(1);
            list.layout();
            flow.setPosition(1);
        }
    }

    private @Nullable Place place() {
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

    private void restore(Place place) {
        VirtualFlow<?> flow = flow();
        int index = indexOf(place.bubbleId());
        if (flow != null && index >= 0) {
            list.layout();
            flow.scrollToTop(index);
            flow.scrollPixels(-place.offset());
        }
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
