package coderbased.fx;

import coderbased.fx.text.TextPiece;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * Emoji that are left to the system's fonts, which draw them as boxes or not at all on most systems. What is typed into
 * a field is left out: it cannot hold pictures. Used on the JavaFX thread.
 */
public final class EmojiBoxes {

    private EmojiBoxes() {}

    /** Returns the texts with emoji that are drawn as text, in all open windows and their tooltips. */
    public static Set<String> shown() {
        Set<String> found = new TreeSet<>();
        for (Window window : List.copyOf(Window.getWindows())) {
            look(window.getScene().getRoot(), found);
        }
        return found;
    }

    private static void look(Node node, Set<String> found) {
        if (node instanceof Text text && hasEmoji(text.getText())) {
            found.add(text.getParent() + ": " + text.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            check(control.getTooltip(), found);
        }
        if (node instanceof Parent parent && !(parent instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
        }
    }

    private static void check(Tooltip tooltip, Set<String> found) {
        if (tooltip.getGraphic() == null && hasEmoji(tooltip.getText())) {
            found.add("tooltip: " + tooltip.getText());
        }
    }

    private static boolean hasEmoji(String text) {
        return TextPiece.of(text).stream().anyMatch(TextPiece.Picture.class::isInstance);
    }
}
