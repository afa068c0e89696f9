package coderbased.fx.thread;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Finds out if something lies over a node: a sheet, a panel, another page. It looks at what is drawn where, so that a sheet
 * that is added to a screen later needs nothing done for it. Use on the JavaFX thread, after a layout.
 */
final class Covered {

    private static final double[] ACROSS = {0.1, 0.5, 0.9};
    private static final double[] DOWN = {0.05, 0.5, 0.95};

    private Covered() {}

    /**
     * True if a person cannot see the node in its window: it is not part of one, it or something around it is hidden, or at
     * each of some points spread over it something else is on top. What lets the mouse through covers nothing.
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
