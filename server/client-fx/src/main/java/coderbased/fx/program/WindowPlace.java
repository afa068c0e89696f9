package coderbased.fx.program;

import java.util.Properties;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The position and size of a window, in logical pixels. Use what takes a stage on the JavaFX thread. */
public record WindowPlace(double x, double y, double width, double height) {

    private static final String[] KEYS = {"window.x", "window.y", "window.width", "window.height"};

    /**
     * Reads the place from saved settings; null if there is none.
     *
     * @throws IllegalArgumentException if a part is missing or not a number
     */
    public static @Nullable WindowPlace read(Properties saved) {
        if (!saved.containsKey(KEYS[0])) {
            return null;
        }
        double[] values = new double[KEYS.length];
        for (int i = 0; i < KEYS.length; i++) {
            values[i] = Double.parseDouble(saved.getProperty(KEYS[i], ""));
        }
        return new WindowPlace(values[0], values[1], values[2], values[3]);
    }

    /** Adds the place to settings that are about to be saved. */
    public void write(Properties settings) {
        double[] values = {x, y, width, height};
        for (int i = 0; i < KEYS.length; i++) {
            settings.setProperty(KEYS[i], Double.toString(values[i]));
        }
    }

    /** Returns the place of the window now; {@code otherwise} while it fills the display. */
    public static @Nullable WindowPlace of(Stage stage, @Nullable WindowPlace otherwise) {
        return stage.isFullScreen() || stage.isMaximized()
                ? otherwise
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /**
     * Puts the window at the place that was saved. Without one, or if no display shows that place any more, the window
     * gets the first size, or that of the display if that is smaller.
     */
    public static void restore(@Nullable WindowPlace saved, Stage stage, double firstWidth, double firstHeight) {
        if (saved == null || !saved.isOnADisplay()) {
            Rectangle2D display = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(firstWidth, display.getWidth()));
            stage.setHeight(Math.min(firstHeight, display.getHeight()));
            return;
        }
        stage.setX(saved.x());
        stage.setY(saved.y());
        stage.setWidth(saved.width());
        stage.setHeight(saved.height());
    }

    private boolean isOnADisplay() {
        return !Screen.getScreensForRectangle(new Rectangle2D(x, y, Math.max(1, width), Math.max(1, height)))
                .isEmpty();
    }
}
