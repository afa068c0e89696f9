package coderbased.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.net.URI;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * A network camera in front of a window: ten times a second it takes the window's own picture and serves it. At first
 * it sees only the window's left half, at its right edge; {@link #turnToTheWindow} turns it so that it sees all of it.
 *
 * <p>Thread-safe, but not for JavaFX's thread.
 */
final class WindowCamera implements AutoCloseable {

    private static final Duration FRAME_INTERVAL = Duration.millis(100);
    private static final Color WALL = new Color(0x6E7073);

    private final MjpegServer server;
    private final Timeline shutter;
    private volatile boolean turned;

    WindowCamera(Scene scene) throws Exception {
        server = new MjpegServer(0);
        shutter = Hands.onFx(() -> new Timeline(new KeyFrame(
                FRAME_INTERVAL, e -> server.show(seen(SwingFXUtils.fromFXImage(scene.snapshot(null), null))))));
        shutter.setCycleCount(Animation.INDEFINITE);
        shutter.play();
    }

    /** Returns the address of the stream. */
    URI address() {
        return server.address();
    }

    /** Shows the whole window from now on. */
    void turnToTheWindow() {
        turned = true;
    }

    @Override
    public void close() {
        Platform.runLater(shutter::stop);
        server.close();
    }

    private BufferedImage seen(BufferedImage window) {
        if (turned) {
            return window;
        }
        BufferedImage beside = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = beside.createGraphics();
        pen.setColor(WALL);
        pen.fillRect(0, 0, beside.getWidth(), beside.getHeight());
        pen.drawImage(window, beside.getWidth() / 2, 0, null);
        pen.dispose();
        return beside;
    }
}
