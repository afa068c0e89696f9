package coderbased.fx;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.stage.WindowEvent;

/**
 * Cell with a menu. A menu may keep the event of the pointer leaving the cell, which would look hovered from then on.
 * The cell therefore ends its hover with the menu, and begins it again with the next move of the pointer.
 */
public abstract class MenuCell<T> extends ListCell<T> {

    protected MenuCell() {
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> setHover(true));
    }

    /** Shows a menu at that place of the screen; {@code owner} is a cell, or a node within a cell. */
    public static void show(ContextMenu menu, Node owner, double screenX, double screenY) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node instanceof MenuCell<?> cell) {
                menu.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> cell.setHover(false));
            }
        }
        menu.show(owner, screenX, screenY);
    }
}
