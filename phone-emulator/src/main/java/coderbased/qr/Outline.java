package coderbased.qr;

import coderbased.qr.picture.Corner;
import java.util.List;

/**
 * The position of a code in the frame: the four outer corners of its modules, without the quiet zone. "Top left" is the
 * corner of the code itself (the one opposite the corner without a finder pattern), wherever it lies in the picture.
 */
public record Outline(Corner topLeft, Corner topRight, Corner bottomRight, Corner bottomLeft) {

    /** Returns the corners in the order of the walk around the code. */
    public List<Corner> corners() {
        return List.of(topLeft, topRight, bottomRight, bottomLeft);
    }

    /** True if a point of the frame lies in it. */
    boolean contains(double x, double y) {
        int left = 0;
        Corner from = bottomLeft;
        for (Corner to : corners()) {
            left += (to.x() - from.x()) * (y - from.y()) > (to.y() - from.y()) * (x - from.x()) ? 1 : 0;
            from = to;
        }
        return left == 0 || left == 4;
    }
}
