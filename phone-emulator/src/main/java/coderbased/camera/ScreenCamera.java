package coderbased.camera;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/** A camera that shows this computer's screens, all of them or a part in one picture, a few times a second. */
record ScreenCamera(ScreenPart part) implements Camera {

    @Override
    public String name() {
        return "This computer's screen";
    }

    @Override
    public Shots open() {
        return new ScreenShots(part);
    }

    private static final class ScreenShots implements Shots {

        private static final long PAUSE_MILLIS = 120;
        private static final long DEADLINE_SECONDS = 2;

        private final ScreenPart part;
        private volatile boolean open = true;
        private @Nullable WritableImage reused;

        ScreenShots(ScreenPart part) {
            this.part = part;
        }

        @Override
        public @Nullable Frame next(SparePixels spare) throws CameraException, InterruptedException {
            Thread.sleep(PAUSE_MILLIS);
            if (!open) {
                return null;
            }
            CompletableFuture<Frame> taken = new CompletableFuture<>();
            Platform.runLater(() -> taken.completeAsync(() -> capture(spare), Runnable::run));
            try {
                return taken.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                return null;
            } catch (ExecutionException e) {
                throw new CameraException(CameraTrouble.NO_SCREEN, e);
            }
        }

        private Frame capture(SparePixels spare) {
            Rectangle2D area = wanted(everything());
            WritableImage shot = new Robot().getScreenCapture(reused, area, false);
            reused = shot;
            int width = (int) shot.getWidth();
            int height = (int) shot.getHeight();
            byte[] pixels = spare.take(width * height * PixelFormat.BGRA32.bytes());
            var format = javafx.scene.image.PixelFormat.getByteBgraInstance();
            shot.getPixelReader().getPixels(0, 0, width, height, format, pixels, 0, width * PixelFormat.BGRA32.bytes());
            return Frame.packed(pixels, width, height, PixelFormat.BGRA32);
        }

        private Rectangle2D wanted(Rectangle2D all) {
            return new Rectangle2D(
                    Math.floor(all.getMinX() + part.left() * all.getWidth()),
                    Math.floor(all.getMinY() + part.top() * all.getHeight()),
                    Math.max(1, Math.floor(part.width() * all.getWidth())),
                    Math.max(1, Math.floor(part.height() * all.getHeight())));
        }

        private static Rectangle2D everything() {
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double bottom = -Double.MAX_VALUE;
            for (Screen screen : Screen.getScreens()) {
                Rectangle2D bounds = screen.getBounds();
                left = Math.min(left, bounds.getMinX());
                top = Math.min(top, bounds.getMinY());
                right = Math.max(right, bounds.getMaxX());
                bottom = Math.max(bottom, bounds.getMaxY());
            }
            return new Rectangle2D(left, top, right - left, bottom - top);
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
