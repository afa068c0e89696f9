package coderbased.fx;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.testfx.util.WaitForAsyncUtils;

/** Finds nodes on which the keyboard focus cannot be seen. */
public final class FocusRings {

    private static final int LIMIT_MILLIS = 30_000;
    private static final int MAX_STOPS = 200;
    private static final int MARGIN = 4;
    private static final int LEAST_PIXELS = 24;

    private FocusRings() {}

    /** Walks through a window by the Tab key; returns the nodes that look the same with and without the focus. */
    public static Set<String> missing(Scene scene) {
        WritableImage before = drawn(scene);
        Set<Node> seen = new HashSet<>();
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < MAX_STOPS; i++) {
            Node left = scene.getFocusOwner();
            onFx(() -> left.requestFocusTraversal(TraversalDirection.NEXT));
            Node stop = scene.getFocusOwner();
            WritableImage now = drawn(scene);
            if (!seen.add(stop)) {
                return missing;
            }
            if (stop != left && changed(before, now, stop.localToScene(stop.getLayoutBounds())) < LEAST_PIXELS) {
                missing.add(stop.getClass().getSimpleName() + " " + stop.getId() + " " + stop.getStyleClass());
            }
            before = now;
        }
        throw new AssertionError("the focus did not come back after " + MAX_STOPS + " stops");
    }

    private static WritableImage drawn(Scene scene) {
        Layouts.pass(scene);
        return onFx(() -> scene.snapshot(null));
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, task);
    }

    private static int changed(WritableImage without, WritableImage with, Bounds box) {
        PixelReader before = without.getPixelReader();
        PixelReader after = with.getPixelReader();
        int changed = 0;
        int right = (int) Math.min(without.getWidth(), box.getMaxX() + MARGIN);
        int bottom = (int) Math.min(without.getHeight(), box.getMaxY() + MARGIN);
        for (int y = (int) Math.max(0, box.getMinY() - MARGIN); y < bottom; y++) {
            for (int x = (int) Math.max(0, box.getMinX() - MARGIN); x < right; x++) {
                changed += before.getArgb(x, y) == after.getArgb(x, y) ? 0 : 1;
            }
        }
        return changed;
    }
}
