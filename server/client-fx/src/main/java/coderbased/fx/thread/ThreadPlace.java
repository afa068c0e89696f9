package coderbased.fx.thread;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Positions of a thread's rows in the window, and how to scroll to others in steps: a virtualised list estimates the
 * heights that it has not measured, so one step may miss. All methods but {@link #isLaidOut} require that to be true.
 */
final class ThreadPlace {

    private static final double EXACT_PIXELS = 1;
    private static final double SLACK_PIXELS = 2;

    private final ListView<ThreadRow> list;
    private @Nullable VirtualFlow<?> found;

    ThreadPlace(ListView<ThreadRow> list) {
        this.list = list;
    }

    /** A row in view, and its distance from the upper edge, in pixels. */
    record Shown(String key, double offset) {}

    /** True if the rows have positions. */
    boolean isLaidOut() {
        if (found == null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            found = flow;
        }
        return found != null && !list.getItems().isEmpty() && found.getHeight() > 0;
    }

    /** Scrolls one step towards the newest row; true if none was needed. */
    boolean showNewest() {
        VirtualFlow<?> flow = flow();
        int newest = list.getItems().size() - 1;
        IndexedCell<?> cell = visibleCell(newest);
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

    /** Scrolls one step towards a row's target position; true if none was needed, or none is possible. */
    boolean show(Shown wanted) {
        VirtualFlow<?> flow = flow();
        int index = indexOf(wanted.key());
        if (index < 0) {
            return true;
        }
        IndexedCell<?> cell = visibleCell(index);
        if (cell == null) {
            flow.scrollToTop(index);
            return false;
        }
        double wrong = cell.getLayoutY() - wanted.offset();
        return Math.abs(wrong) <= EXACT_PIXELS || Math.abs(flow.scrollPixels(wrong)) < EXACT_PIXELS;
    }

    /** Moves rows that do not fill the view down to its lower edge. */
    void restAtBottom() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        boolean all =
                first != null && last != null && first.getIndex() == 0 && last.getIndex() == flow.getCellCount() - 1;
        double rows = all ? last.getLayoutY() + last.getHeight() - first.getLayoutY() : flow.getHeight();
        flow.setTranslateY(Math.max(0, Math.floor(flow.getHeight() - rows)));
    }

    /** Returns a share of the height, in pixels. */
    double offset(double share) {
        return flow().getHeight() * share;
    }

    boolean has(String key) {
        return indexOf(key) >= 0;
    }

    /** True if the newest row of the layout is completely in view. */
    boolean isAtEnd() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null
                || (last.getIndex() == flow.getCellCount() - 1
                        && last.getLayoutY() + last.getHeight() <= flow.getHeight() + SLACK_PIXELS);
    }

    /** Returns the key of the last row if its lower edge is in view; otherwise null. */
    @Nullable
    String lastShown() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow.getLastVisibleCell();
        ThreadRow newest = list.getItems().getLast();
        boolean shown = last != null && newest.equals(last.getItem()) && isAtEnd();
        return shown ? newest.key() : null;
    }

    /** True if there are fewer than {@code rows} rows before the view. */
    boolean isNearFirst(int rows) {
        IndexedCell<?> first = flow().getFirstVisibleCell();
        return first != null && first.getIndex() < rows;
    }

    /** True if there are fewer than {@code rows} rows after the view. */
    boolean isNearLast(int rows) {
        IndexedCell<?> last = flow().getLastVisibleCell();
        return last != null && last.getIndex() >= list.getItems().size() - rows;
    }

    /**
     * Returns the first message in view. Day and unread rows may vanish when older rows are loaded; messages do not.
     */
    @Nullable
    Shown firstShown() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return null;
        }
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            IndexedCell<?> cell = flow.getCell(i);
            if (cell.getItem() instanceof ThreadRow.Bubble bubble) {
                return new Shown(bubble.key(), cell.getLayoutY());
            }
        }
        return first.getItem() instanceof ThreadRow row ? new Shown(row.key(), first.getLayoutY()) : null;
    }

    private @Nullable IndexedCell<?> visibleCell(int index) {
        VirtualFlow<?> flow = flow();
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

    private VirtualFlow<?> flow() {
        if (found == null) {
            throw new IllegalStateException("the rows have no places yet");
        }
        return found;
    }
}
