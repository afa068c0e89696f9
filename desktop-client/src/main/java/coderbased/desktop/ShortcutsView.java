package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Parts;
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

    /** Keys that mean something only where the cursor is: their names, and their meaning. */
    private static final String[][] LOCAL_KEYS = {
        {"shortcuts.list.openKeys", "shortcuts.list.open"},
        {"shortcuts.menuKey", "shortcuts.list.menu"},
        {"shortcuts.text.sendKeys", "shortcuts.text.send"},
        {"shortcuts.text.lineKeys", "shortcuts.text.line"},
        {"shortcuts.message.copyKeys", "shortcuts.message.copy"},
        {"shortcuts.menuKey", "shortcuts.message.menu"},
        {"shortcuts.closeKeys", "shortcuts.closePanel"},
    };

    private final Button close;

    ShortcutsView(Runnable close) {
        setId(DesktopIds.SHORTCUTS_SHEET);
        getStyleClass().addAll("sheet", "tall-sheet");
        this.close = Parts.button(DesktopIds.SHORTCUTS_CLOSE, MESSAGES.text("shortcuts.close"), close, "accent");
        Label title = new Label(MESSAGES.text("shortcuts.title"));
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
            row(table, MESSAGES.text(here[0]), MESSAGES.text(here[1]));
        }
        return table;
    }

    private static void row(GridPane table, String keys, String words) {
        Label pressed = new Label(keys);
        pressed.getStyleClass().add("shortcut-keys");
        pressed.setMinWidth(Label.USE_PREF_SIZE);
        table.addRow(table.getRowCount(), pressed, Parts.label(words));
    }
}
