package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.text.Wrapping;
import javafx.beans.value.ObservableValue;
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
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button closing = Icons.button("sheet-close", "mdi2c-close", MESSAGES.text("sheet.close"));
        closing.setOnAction(e -> close.run());
        HBox head = new HBox(title, closing);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    /** Returns a button with a text. */
    static Button button(String id, String words, Runnable action, String... styleClasses) {
        Button button = new Button(words);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Returns a flat button across the sheet, with an icon. */
    static Button line(String id, String icon, String words, Runnable action) {
        Button button = button(id, words, action, "flat", "sheet-line");
        button.setGraphic(Icons.icon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /** Returns a label that takes no room while it is empty. */
    static Label words(String id, String styleClass, ObservableValue<String> words) {
        Label label = new Label();
        label.setId(id);
        Wrapping.of(label);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        label.textProperty().bind(words);
        shownWhen(label, words.map(text -> !text.isEmpty()));
        return label;
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

    /** Includes a node in the layout only while {@code shown}. */
    static void shownWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Lets a node take all remaining room. */
    static <T extends Node> T grow(T node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }
}
