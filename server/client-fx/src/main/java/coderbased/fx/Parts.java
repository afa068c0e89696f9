package coderbased.fx;

import coderbased.fx.text.WrappedLabel;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** Small parts that all screens are made of. */
public final class Parts {

    private Parts() {}

    /** Returns a button whose text may contain any character. */
    public static Button button(String id, String words, Runnable action, String... styleClasses) {
        Button button = new Button(words);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(e -> action.run());
        return whole(button);
    }

    /** Lets a button wrap its words, so that they are never cut. */
    public static <T extends ButtonBase> T whole(T button) {
        button.setWrapText(true);
        button.setTextAlignment(TextAlignment.CENTER);
        button.setMinHeight(Region.USE_PREF_SIZE);
        return button;
    }

    /** Returns a label that wraps and is never cut. */
    public static Label label(String words, String... styleClasses) {
        return new WrappedLabel(words, styleClasses);
    }

    /** Returns a label that wraps, is never cut, and takes no room while it is empty. */
    public static Label words(String id, ObservableValue<String> words, String... styleClasses) {
        Label label = label("", styleClasses);
        label.setId(id);
        label.textProperty().bind(words);
        return shownWhen(label, words.map(text -> !text.isEmpty()));
    }

    /** Includes a node in the layout only while {@code shown}. */
    public static <T extends Node> T shownWhen(T node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /** Returns the empty space that pushes what follows it to the end of a line. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Lets a button or label take the width of its line that others leave. */
    public static <T extends Region> T wide(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.setMaxWidth(Double.MAX_VALUE);
        return node;
    }
}
