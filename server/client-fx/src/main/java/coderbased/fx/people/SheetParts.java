package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Common parts of sheets. */
final class SheetParts {

    private SheetParts() {}

    /** Returns a title with a close button. */
    static HBox head(String words, Runnable close) {
        Label title = new Label(words);
        title.getStyleClass().add("sheet-title");
        Button closing = Icons.button("sheet-close", "mdi2c-close", MESSAGES.text("sheet.close"));
        closing.setOnAction(e -> close.run());
        HBox head = new HBox(Parts.wide(title), closing);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    /** Returns a flat button across the sheet, with an icon. */
    static Button line(String id, String icon, String words, Runnable action) {
        Button button = Parts.button(id, words, action, "flat", "sheet-line");
        button.setGraphic(Icons.icon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("sheet-heading");
        return heading;
    }

    /** Returns a line of buttons at the lower right. */
    static HBox buttons(Node... buttons) {
        HBox line = new HBox(buttons);
        line.getStyleClass().add("sheet-buttons");
        return line;
    }

    /** Lets a node take all remaining room. */
    static <T extends Node> T grow(T node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }
}
