package coderbased.fx.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text and the nodes that draw it: finds the character at a place, and the place of characters. The nodes are the
 * children of one text flow, or each stands for itself. Used on the JavaFX thread.
 */
public final class DrawnText {

    private record Piece(Node node, String text, int start) {

        int end() {
            return start + text.length();
        }

        /** Returns the number of positions that the node takes in a text flow. */
        int length() {
            return node instanceof Text drawn ? drawn.getText().length() : 1;
        }

        /** Returns the position in the text of a position in the node. */
        int offset(int position) {
            return node instanceof Text || position <= 0
                    ? start + Math.clamp(position, 0, text.length())
                    : end(); // a picture is one position, whatever its characters
        }
    }

    /**
     * A place in the text.
     *
     * @param character the character that is drawn there
     * @param boundary the nearest boundary between two characters
     */
    public record Spot(int character, int boundary) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Adds a node that draws the next characters; it may draw more than them. Returns the node. */
    public Node add(Node node, String characters) {
        pieces.add(new Piece(node, characters, text.length()));
        text.append(characters);
        return node;
    }

    /** Adds a line break, which nothing draws. */
    void breakLine() {
        text.append('\n');
    }

    /** Returns the text. */
    public String text() {
        return text.toString();
    }

    /** Returns the place in the text that is next to a point of the scene. */
    public Spot at(Point2D point) {
        if (pieces.getFirst().node().getParent() instanceof TextFlow flow) {
            HitInfo hit = flow.hitTest(flow.sceneToLocal(point));
            return new Spot(offset(hit.getCharIndex()), offset(hit.getInsertionIndex()));
        }
        Piece nearest = pieces.stream()
                .min(Comparator.comparingDouble(piece -> distance(bounds(piece.node()), point)))
                .orElseThrow();
        Node node = nearest.node();
        if (node instanceof Text drawn) {
            HitInfo hit = drawn.hitTest(drawn.sceneToLocal(point));
            return new Spot(nearest.offset(hit.getCharIndex()), nearest.offset(hit.getInsertionIndex()));
        }
        boolean left = point.getX() < bounds(node).getCenterX();
        return new Spot(nearest.start(), left == isLeftToRight(node) ? nearest.start() : nearest.end());
    }

    /** Returns the boxes that these characters cover, in the scene. */
    public List<Bounds> boxes(int from, int to) {
        List<Bounds> boxes = new ArrayList<>();
        int position = 0;
        for (Piece piece : pieces) {
            int first = Math.max(from, piece.start());
            int last = Math.min(to, piece.end());
            if (first < last) {
                boxes(piece, position, first, last).forEach(boxes::add);
            }
            position += piece.length();
        }
        return boxes;
    }

    private static Stream<Bounds> boxes(Piece piece, int position, int first, int last) {
        Node node = piece.node();
        int start = node instanceof Text ? first - piece.start() : 0;
        int end = node instanceof Text ? last - piece.start() : 1;
        if (node.getParent() instanceof TextFlow flow) {
            return boxes(flow, flow.rangeShape(position + start, position + end));
        }
        return node instanceof Text drawn ? boxes(drawn, drawn.rangeShape(start, end)) : Stream.of(bounds(node));
    }

    /**
     * Returns the boxes of a shape that consists of closed parts. In a right-to-left node, a shape counts from the
     * right edge, although the node itself is not mirrored.
     */
    private static Stream<Bounds> boxes(Node node, PathElement[] shape) {
        double edge = isLeftToRight(node) ? 0 : node.getLayoutBounds().getWidth();
        List<List<Point2D>> parts = new ArrayList<>();
        for (PathElement element : shape) {
            if (element instanceof MoveTo to) {
                parts.add(new ArrayList<>(List.of(new Point2D(Math.abs(edge - to.getX()), to.getY()))));
            } else if (element instanceof LineTo to) {
                parts.getLast().add(new Point2D(Math.abs(edge - to.getX()), to.getY()));
            }
        }
        return parts.stream().map(DrawnText::box).map(node::localToScene);
    }

    private static Bounds box(List<Point2D> corners) {
        var x = corners.stream().mapToDouble(Point2D::getX).summaryStatistics();
        var y = corners.stream().mapToDouble(Point2D::getY).summaryStatistics();
        return new BoundingBox(x.getMin(), y.getMin(), x.getMax() - x.getMin(), y.getMax() - y.getMin());
    }

    private int offset(int position) {
        int start = 0;
        for (Piece piece : pieces) {
            if (position < start + piece.length()) {
                return piece.offset(position - start);
            }
            start += piece.length();
        }
        return text.length();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** Returns how far a point is from a box; a line above or below is farther than anything in the same line. */
    private static double distance(Bounds box, Point2D point) {
        double x = Math.max(Math.max(box.getMinX() - point.getX(), point.getX() - box.getMaxX()), 0);
        double y = Math.max(Math.max(box.getMinY() - point.getY(), point.getY() - box.getMaxY()), 0);
        return y * 10_000 + x;
    }

    private static boolean isLeftToRight(Node node) {
        return node.getParent().getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT;
    }
}
