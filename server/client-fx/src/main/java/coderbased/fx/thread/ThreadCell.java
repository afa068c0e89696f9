package coderbased.fx.thread;

import coderbased.fx.MenuCell;
import coderbased.fx.Parts;
import java.util.Objects;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Cell for one row of a thread.
 *
 * <p>Its height depends on the list's width, which an ordinary cell does not support: it would measure its content
 * unwrapped. The content is drawn only while the cell is in view, or while its height is unknown: a list uses cells out
 * of sight for measuring.
 */
public final class ThreadCell extends MenuCell<ThreadRow> {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double MAX_WIDTH = 620;
    private static final double WIDTH_SHARE = 0.78;
    private static final double[] SKELETON_WIDTHS = {0.5, 0.32, 0.6, 0.42};

    private final DoubleBinding bubbleWidth;
    private final ObservableValue<String> marked;
    private final RowHeights heights;
    private final BubbleCommands commands;
    private @Nullable ThreadRow wanted;
    private @Nullable ThreadRow drawn;

    /**
     * @param marked key of the highlighted row
     * @param heights shared by the cells of a list
     */
    ThreadCell(
            ObservableDoubleValue listWidth,
            ObservableValue<String> marked,
            RowHeights heights,
            BubbleCommands commands) {
        this.marked = marked;
        this.heights = heights;
        this.commands = commands;
        getStyleClass().add("thread-cell");
        bubbleWidth = new DoubleBinding() {
            {
                bind(listWidth);
            }

            @Override
            protected double computeValue() {
                return Math.min(MAX_WIDTH, listWidth.get() * WIDTH_SHARE);
            }
        };
        marked.subscribe(key -> mark());
        visibleProperty().subscribe(this::drawInView);
        setOnContextMenuRequested(e -> {
            if (getItem() instanceof ThreadRow.Bubble bubble && !e.isKeyboardTrigger()) {
                commands.showMenu(bubble, this, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
    }

    /** Shows the menu of the message below its bubble. */
    void showMenu() {
        if (getItem() instanceof ThreadRow.Bubble bubble) {
            commands.showMenu(bubble, lookup(".bubble"));
        }
    }

    /** Draws the row again, because a long text was expanded. */
    void redraw() {
        if (wanted != null) {
            heights.forget(wanted);
        }
        drawn = null;
        drawInView(isVisible());
        requestLayout();
    }

    @Override
    protected void updateItem(@Nullable ThreadRow row, boolean empty) {
        super.updateItem(row, empty);
        wanted = empty ? null : row;
        setAccessibleText(wanted == null ? "" : RowWords.of(wanted));
        drawInView(isVisible());
        mark();
    }

    private void drawInView(boolean inView) {
        if (wanted == null || inView) {
            drawWanted();
        }
    }

    private void drawWanted() {
        if (Objects.equals(wanted, drawn)) {
            return;
        }
        ThreadRow before = drawn;
        drawn = wanted;
        if (before != null
                && getGraphic() instanceof BubbleRow row
                && wanted instanceof ThreadRow.Bubble now
                && row.become(now)) {
            heights.keep(before, now);
            return;
        }
        Node content = wanted == null ? null : draw(wanted);
        setGraphic(content);
        if (content != null) {
            content.applyCss(); // a label has no height before its first styling
        }
    }

    private void mark() {
        ThreadRow row = getItem();
        pseudoClassStateChanged(MARKED, row != null && row.key().equals(marked.getValue()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        ThreadRow row = wanted;
        if (row == null) {
            return super.computePrefHeight(width);
        }
        double known = heights.of(row, width);
        if (known != RowHeights.UNKNOWN) {
            return known;
        }
        drawWanted();
        Node content = getGraphic();
        content.applyCss();
        double inner = width - snappedLeftInset() - snappedRightInset();
        double height = snappedTopInset() + snapSizeY(content.prefHeight(inner)) + snappedBottomInset();
        heights.remember(row, width, height);
        return height;
    }

    /**
     * Returns 0. The list asks for all three heights at each layout; an ordinary cell would measure its content three
     * times.
     */
    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node content = getGraphic();
        if (content != null) {
            double inner = getWidth() - snappedLeftInset() - snappedRightInset();
            content.resizeRelocate(snappedLeftInset(), snappedTopInset(), inner, content.prefHeight(inner));
        }
    }

    private Node draw(ThreadRow row) {
        return switch (row) {
            case ThreadRow.Day day -> centred(day.label(), "day-separator");
            case ThreadRow.Unread unread -> centred(unread.label(), "unread-line");
            case ThreadRow.GroupEvent event -> centred(event.words(), "thread-event");
            case ThreadRow.Skeleton skeleton -> skeleton(skeleton.number());
            case ThreadRow.Bubble bubble -> new BubbleRow(bubble, bubbleWidth, commands);
        };
    }

    private static HBox centred(String text, String styleClass) {
        Label words = Parts.label(text, styleClass);
        words.setTextAlignment(TextAlignment.CENTER);
        HBox line = new HBox(words);
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("separator-row");
        return line;
    }

    private HBox skeleton(int number) {
        Region bubble = new Region();
        bubble.getStyleClass().add("skeleton");
        bubble.prefWidthProperty().bind(bubbleWidth.multiply(SKELETON_WIDTHS[number % SKELETON_WIDTHS.length]));
        HBox line = new HBox(bubble);
        line.getStyleClass().add("skeleton-row");
        line.setAlignment(number % 3 == 0 ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return line;
    }
}
