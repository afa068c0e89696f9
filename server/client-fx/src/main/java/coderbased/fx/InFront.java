package coderbased.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Tells if a window is in front of a person: it is shown, has the focus, and is not minimised. */
public final class InFront {

    private InFront() {}

    /** Returns a value that is true while that window is. */
    public static ObservableValue<Boolean> of(Window window) {
        ObservableValue<Boolean> there = window.focusedProperty().and(window.showingProperty());
        return window instanceof Stage stage
                ? stage.iconifiedProperty().flatMap(away -> there.map(focused -> focused && !away))
                : there;
    }

    /** Returns a value that is true while the window that the node is in is; false while it is in none. */
    public static ObservableValue<Boolean> around(Node node) {
        return node.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(InFront::of)
                .orElse(false);
    }
}
