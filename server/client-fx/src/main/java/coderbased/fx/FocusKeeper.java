package coderbased.fx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;

/**
 * Gives the keyboard a place when the node that had it has left the window: the text of a message, or else a field, or
 * else whatever takes keys. Used on the JavaFX thread.
 */
public final class FocusKeeper {

    private FocusKeeper() {}

    /** Watches a scene for as long as it lives. */
    public static void watch(Scene scene) {
        scene.focusOwnerProperty().subscribe((before, now) -> {
            if (before != null && before.getScene() != scene) {
                FxThread.later(() -> restore(scene));
            }
        });
    }

    /** JavaFX itself moves to the first node of the window; an owner other than that one was chosen. */
    private static void restore(Scene scene) {
        List<Node> stops = new ArrayList<>();
        collect(scene.getRoot(), stops);
        Node owner = scene.getFocusOwner();
        if (!stops.isEmpty() && (owner == null || owner == stops.getFirst())) {
            stops.stream()
                    .min(Comparator.comparingInt(FocusKeeper::rank)) // the first of the best ones
                    .ifPresent(Node::requestFocus);
        }
    }

    private static int rank(Node node) {
        if (node instanceof TextArea) {
            return 0;
        }
        return node instanceof TextInputControl ? 1 : 2;
    }

    /** Adds the nodes that take keys, in the order of the Tab key. */
    static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
