package coderbased.fx;

import coderbased.fx.text.Wrapping;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Placeholder for an empty view: a muted icon, and a sentence that says what to do. */
public final class EmptyState extends VBox {

    private final Label sentence = new Label();

    public EmptyState(String id, String iconName) {
        setId(id);
        getStyleClass().add("empty-state");
        Wrapping.of(sentence);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.getStyleClass().add("text-muted");
        getChildren().addAll(Icons.icon(iconName, "empty-icon"), sentence);
    }

    /** Returns the label of the sentence; its text is bound or set by the caller. */
    public Label sentence() {
        return sentence;
    }
}
