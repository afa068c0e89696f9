package coderbased.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Placeholder for an empty view: a muted icon, and a sentence that says what to do. */
public final class EmptyState extends VBox {

    private final Label sentence = Parts.label("", "text-muted");

    public EmptyState(String id, String iconName) {
        setId(id);
        getStyleClass().add("empty-state");
        getChildren().addAll(Icons.icon(iconName, "empty-icon"), sentence);
    }

    /** Returns the label of the sentence; its text is bound or set by the caller. */
    public Label sentence() {
        return sentence;
    }
}
