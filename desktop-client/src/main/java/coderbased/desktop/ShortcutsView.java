package coderbased.desktop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the keyboard can do, as a sheet. */
final class ShortcutsView extends VBox {

    private static final String[][] KEYS = {
        {"F1", "Show this help"},
        {"Ctrl  ,", "Settings"},
        {"Ctrl  F", "Search chats and people"},
        {"Ctrl  N", "New chat"},
        {"↑  ↓  Enter", "Choose and open a chat"},
        {"Enter", "Send the message"},
        {"Shift  Enter", "Begin a new line"},
        {"Ctrl  C", "Copy the chosen message"},
        {"Esc", "Close, or go back"},
    };

    private final Button close;

    ShortcutsView(Runnable close) {
        setId("shortcuts-sheet");
        getStyleClass().add("sheet");
        setMaxHeight(USE_PREF_SIZE);
        this.close = Parts.button("shortcuts-close", "Close", close, "accent");
        Label title = new Label("Keyboard");
        title.getStyleClass().add("sheet-title");
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcut-table");
        for (int i = 0; i < KEYS.length; i++) {
            Label keys = new Label(KEYS[i][0]);
            keys.getStyleClass().add("shortcut-keys");
            table.addRow(i, keys, new Label(KEYS[i][1]));
        }
        HBox buttons = new HBox(this.close);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, table, buttons);
    }

    /** Where the cursor goes first. */
    Node first() {
        return close;
    }
}
