package coderbased.fx;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Loads pictures from files without blocking the window. */
public final class FxPictures {

    private static final Errand ERRAND = Errand.away(FxThread.executor());

    private FxPictures() {}

    /**
     * Reads a picture in the background.
     *
     * @param show receives the picture on the JavaFX thread; not called if there is none
     */
    public static void load(Path file, double width, double height, Consumer<Image> show) {
        ERRAND.run(() -> Pictures.read(file, width, height), show, unreadable -> {});
    }
}
