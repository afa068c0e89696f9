package coderbased.fx;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * Controls that do not fit into a small window: those that reach over its edges without a way to scroll to them, those
 * that scroll sideways, and sentences and buttons whose words are drawn in part. A sentence is known by the brackets of
 * the pseudo-language. Used on the JavaFX thread.
 */
public final class CutOff {

    private static final double SLACK = 1;

    private final double width;
    private final double height;
    private final Set<String> found = new TreeSet<>();

    private CutOff(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Lays a window's content out at that size, in pixels, at scale 1 and 2; returns what does not fit. */
    public static Set<String> at(Scene scene, double width, double height) {
        Parent root = scene.getRoot();
        Window window = scene.getWindow();
        double usual = window.getRenderScaleX();
        CutOff cut = new CutOff(width, height);
        try {
            for (double scale : new double[] {1, 2}) {
                window.setRenderScaleX(scale);
                window.setRenderScaleY(scale);
                for (int pass = 0; pass < 2; pass++) {
                    root.resize(width, height);
                    root.applyCss();
                    root.layout();
                }
                cut.look(root, false);
            }
        } finally {
            window.setRenderScaleX(usual);
            window.setRenderScaleY(usual);
            root.resize(scene.getWidth(), scene.getHeight());
            root.layout();
        }
        return cut.found;
    }

    private void look(Node node, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Control control) {
            lookAt(control, scrolls);
        }
        if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
            found.add("scrolls sideways: " + bar.getParent());
        }
        if (node instanceof Parent parent) {
            boolean inner = scrolls
                    || node instanceof ScrollPane pane && pane.getVbarPolicy() != ScrollBarPolicy.NEVER
                    || node instanceof ListView<?>;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inner));
        }
    }

    private void lookAt(Control control, boolean scrolls) {
        Bounds box = control.localToScene(control.getLayoutBounds());
        boolean beside = box.getMinX() < -SLACK || box.getMaxX() > width + SLACK;
        boolean above = box.getMinY() < -SLACK || box.getMaxY() > height + SLACK;
        if (beside || above && !scrolls) {
            found.add(words(control) + " outside: " + box);
        }
        if (control instanceof Labeled labeled && mustBeWhole(labeled)) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(child -> child instanceof Text && child.isVisible() && child != labeled.getGraphic())
                    .map(drawn -> ((Text) drawn).getText())
                    .filter(drawn -> !drawn.equals(labeled.getText()))
                    .forEach(drawn -> found.add(words(control) + " drawn as: " + drawn));
        }
    }

    /** True for buttons and sentences; names, and the line of a row or of the header, may end in dots. */
    private static boolean mustBeWhole(Labeled labeled) {
        boolean sentence = labeled.getText() != null && labeled.getText().startsWith("[");
        return labeled.isWrapText() || labeled instanceof ButtonBase || sentence && !isOneLine(labeled);
    }

    private static boolean isOneLine(Labeled labeled) {
        return "thread-line".equals(labeled.getId())
                || Stream.<Node>iterate(labeled, Objects::nonNull, Node::getParent)
                        .anyMatch(node -> node.getStyleClass().contains("conversation-cell"));
    }

    private static String words(Control control) {
        return control.getTypeSelector() + "#" + control.getId()
                + (control instanceof Labeled labeled ? " " + labeled.getText() : "");
    }
}
