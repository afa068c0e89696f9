package coderbased.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** Accessible names of the nodes that the keyboard reaches. */
public final class SpokenNames {

    private SpokenNames() {}

    /** Returns the visible focusable nodes, at or below this one, without an accessible name. */
    public static List<String> missing(Parent root) {
        List<String> missing = new ArrayList<>();
        collect(root, root, missing);
        return missing;
    }

    private static void collect(Node node, Parent root, List<String> missing) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled() && name(node, root).isBlank()) {
            missing.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, root, missing));
        }
    }

    private static String name(Node node, Parent root) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return root.lookupAll(".label").stream()
                .filter(label -> label instanceof Label said && said.getLabelFor() == node)
                .map(label -> ((Label) label).getText())
                .findFirst()
                .orElse("");
    }
}
