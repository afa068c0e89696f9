package coderbased.demo;

import java.io.IOException;
import java.net.URI;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * A network camera that is pointed at a window: ten times a second it takes the window's own picture and serves it.
 *
 * <p>Make and close it on the JavaFX thread.
 */
final class WindowCamera implements AutoCloseable {

    private final MjpegServer server = new MjpegServer(0);
    private final Timeline shutter;

    WindowCamera(Scene scene) throws IOException {
        shutter = new Timeline(new KeyFrame(
                Duration.millis(100), e -> server.show(SwingFXUtils.fromFXImage(scene.snapshot(null), null))));
        shutter.setCycleCount(Animation.INDEFINITE);
        shutter.play();
    }

    /** Where the stream is. */
    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        shutter.stop();
        server.close();
    }
}
