package coderbased.fx;

import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Draws one row of a thread.
 *
 * <p>Its height follows from the list's width, which an ordinary cell does not offer: it would measure its content
 * unwrapped.
 */
final class ThreadCell extends ListCell<ThreadRow> {

    private static final double WIDEST = 620;
    private static final double SHARE = 0.78;

    private final DoubleBinding bubbleWidth;

    ThreadCell(ObservableDoubleValue listWidth) {
        getStyleClass().add("thread-cell");
        bubbleWidth = new DoubleBinding() {
            {
                bind(listWidth);
            }

            @Override
            protected double computeValue() {
                return Math.min(WIDEST, listWidth.get() * SHARE);
            }
        };
    }

    @Override
    protected void updateItem(@Nullable ThreadRow row, boolean empty) {
        super.updateItem(row, empty);
        ThreadRow shown = empty ? null : row;
        setGraphic(shown == null ? null : draw(shown));
        setContextMenu(shown instanceof ThreadRow.Bubble bubble ? menu(bubble) : null);
        setAccessibleText(shown == null ? "" : words(shown));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Node content = getGraphic();
        if (content == null) {
            return super.computePrefHeight(width);
        }
        content.applyCss(); // a label has no height before its first styling
        double inner = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(content.prefHeight(inner)) + snappedBottomInset();
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
            case ThreadRow.Bubble bubble -> new BubbleRow(bubble, bubbleWidth);
        };
    }

    private static HBox centred(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        HBox line = new HBox(label);
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("separator-row");
        return line;
    }

    private static ContextMenu menu(ThreadRow.Bubble bubble) {
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(e -> ThreadView.copy(bubble));
        return new ContextMenu(copy);
    }

    private static String words(ThreadRow row) {
        return switch (row) {
            case ThreadRow.Day day -> day.label();
            case ThreadRow.Unread unread -> unread.label();
            case ThreadRow.Bubble b ->
                (b.mine() ? "You: " : "") + b.text() + ", " + b.time() + " "
                        + b.tick().words();
        };
    }
}
