package coderbased.fx.thread;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** The colour behind selected text. */
final class SelectionShape extends Path {

    SelectionShape() {
        getStyleClass().add("text-selection");
        setManaged(false);
    }

    /** Covers these boxes of the scene; widened to whole pixels, which leaves no seams between words. */
    void cover(List<Bounds> boxes) {
        getElements().clear();
        for (Bounds box : boxes) {
            Bounds here = getParent().sceneToLocal(box);
            double left = Math.floor(here.getMinX());
            getElements()
                    .addAll(
                            new MoveTo(left, here.getMinY()),
                            new HLineTo(Math.ceil(here.getMaxX())),
                            new VLineTo(here.getMaxY()),
                            new HLineTo(left),
                            new ClosePath());
        }
    }
}
