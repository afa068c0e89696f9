package coderbased.desktop;

import coderbased.fx.text.Wrapping;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The small parts of the desktop's screens. */
final class Parts {

    private Parts() {}

    /** Returns a label that wraps. */
    static Label text(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        Wrapping.of(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** Returns a wrapping label whose text follows a ViewModel. */
    static Label text(String id, String styleClass, ObservableValue<String> words) {
        Label label = text(id, styleClass);
        label.textProperty().bind(words);
        shownWhen(label, words.map(text -> !text.isEmpty()));
        return label;
    }

    /** Returns a button whose text may contain any character. */
    static Button button(String id, String words, Runnable action, String... styleClasses) {
        Button button = new Button(words);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Takes part in layout only while {@code shown}. */
    static void shownWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Returns a column in the middle of the window: a few lines, then the actions. */
    static VBox middle(String id, Node... parts) {
        VBox middle = new VBox(parts);
        middle.setId(id);
        middle.getStyleClass().add("middle");
        return middle;
    }
}
