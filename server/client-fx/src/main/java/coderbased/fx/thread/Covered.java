package coderbased.fx.thread;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Detects if something covers a node: a sheet, a panel, another page. It examines what is drawn, so a sheet that is
 * added later is detected without further code. Used on the JavaFX thread, after a layout.
 */
final class Covered {

    private static final double[] ACROSS = {0.1, 0.5, 0.9};
    private static final double[] DOWN = {0.05, 0.5, 0.95};

    private Covered() {}

    /**
     * True if the user cannot see the node: it has no window, it or a parent is hidden, or something else is on top at
     * each of several points. Nodes that let the mouse through cover nothing.
     */
    static boolean isCovered(Node node) {
        if (node.getScene() == null) {
            return true;
        }
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return true;
            }
        }
        Bounds bounds = node.getLayoutBounds();
        return DoubleStream.of(ACROSS)
                .mapToObj(x -> DoubleStream.of(DOWN)
                        .mapToObj(y -> node.localToScene(
                                bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight()))
                        .toList())
                .flatMap(List::stream)
                .allMatch(point -> isCoveredAt(node, point));
    }

    private static boolean isCoveredAt(Node node, Point2D point) {
        for (Node under = node; under.getParent() != null; under = under.getParent()) {
            List<Node> siblings = under.getParent().getChildrenUnmodifiable();
            for (Node above : siblings.subList(siblings.indexOf(under) + 1, siblings.size())) {
                if (covers(above, point)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(Node node, Point2D point) {
        if (!node.isVisible() || node.isMouseTransparent()) {
            return false;
        }
        if (node instanceof Parent parent && !node.isPickOnBounds()) {
            return parent.getChildrenUnmodifiable().stream().anyMatch(child -> covers(child, point));
        }
        return node.contains(node.sceneToLocal(point));
    }
}
