package coderbased.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Tells if a window is in front: shown, focused and not minimised. */
public final class InFront {

    private InFront() {}

    /** Returns a value that is true while the window is in front. */
    public static ObservableValue<Boolean> of(Window window) {
        ObservableValue<Boolean> there = window.focusedProperty().and(window.showingProperty());
        return window instanceof Stage stage
                ? stage.iconifiedProperty().flatMap(away -> there.map(focused -> focused && !away))
                : there;
    }

    /** Returns a value that is true while the node's window is in front; false while it has none. */
    public static ObservableValue<Boolean> around(Node node) {
        return node.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(InFront::of)
                .orElse(false);
    }
}
