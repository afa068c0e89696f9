package coderbased.desktop;

import coderbased.fx.text.Wrapping;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sheet that lists the keyboard shortcuts. */
final class ShortcutsView extends VBox {

    /** Keys that mean something only where the cursor is. */
    private static final String[][] LOCAL_KEYS = {
        {"↑  ↓  Enter", "In the list: choose and open a chat"},
        {"Menu key", "In the list: open the chat's menu"},
        {"Enter", "In the text field: send the message, unless the settings say otherwise"},
        {"Shift  Enter", "In the text field: start a new line"},
        {"Ctrl  C", "Copy the selected message"},
        {"Menu key", "On a message: open its menu"},
        {"Esc", "Close the topmost panel, or go back"},
    };

    private final Button close;

    ShortcutsView(Runnable close) {
        setId(DesktopIds.SHORTCUTS_SHEET);
        getStyleClass().addAll("sheet", "tall-sheet");
        this.close = Parts.button(DesktopIds.SHORTCUTS_CLOSE, "Close", close, "accent");
        Label title = new Label("Keyboard");
        title.getStyleClass().add("sheet-title");
        ScrollPane scroll = new ScrollPane(table());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        scroll.setFocusTraversable(false);
        HBox buttons = new HBox(this.close);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, scroll, buttons);
    }

    /** Returns the node that gets the focus first. */
    Node first() {
        return close;
    }

    private static GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcut-table");
        Arrays.stream(Shortcut.values())
                .filter(shortcut -> !shortcut.keys().isEmpty())
                .forEach(shortcut -> row(table, shortcut.keys(), shortcut.words()));
        for (String[] here : LOCAL_KEYS) {
            row(table, here[0], here[1]);
        }
        return table;
    }

    private static void row(GridPane table, String keys, String words) {
        Label pressed = new Label(keys);
        pressed.getStyleClass().add("shortcut-keys");
        pressed.setMinWidth(Label.USE_PREF_SIZE);
        Label does = new Label(words);
        Wrapping.of(does);
        table.addRow(table.getRowCount(), pressed, does);
    }
}
