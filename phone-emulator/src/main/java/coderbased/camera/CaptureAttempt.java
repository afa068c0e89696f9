package coderbased.camera;

import coderbased.qr.picture.Frame;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try at a camera, on a thread of its own: opens it and passes its frames on until it fails or is left behind.
 *
 * <p>A driver that hangs keeps its thread and nothing else; what it may still say afterwards is not heard.
 */
final class CaptureAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureAttempt.class);

    private final Camera camera;
    private final LatestFrame frames;
    private final Runnable onFrame;
    private final Thread thread;
    private volatile boolean over;
    private volatile boolean still;
    private volatile @Nullable CameraTrouble trouble;

    CaptureAttempt(Camera camera, LatestFrame frames, Runnable onFrame, ThreadFactory threads) {
        this.camera = camera;
        this.frames = frames;
        this.onFrame = onFrame;
        this.thread = threads.newThread(this::run);
    }

    void start() {
        thread.start();
    }

    /** Returns the reason why it ended; null while it runs. */
    @Nullable
    CameraTrouble trouble() {
        return trouble;
    }

    /** True if every picture has been seen. */
    boolean still() {
        return still;
    }

    /** Does not wait: the camera is given back as soon as its driver lets go of the thread. */
    void leave() {
        over = true;
        thread.interrupt();
    }

    private void run() {
        try (Shots shots = camera.open()) {
            while (!over) {
                pass(shots);
            }
        } catch (CameraException e) {
            LOG.debug("{}: {}", camera.name(), e.trouble(), e);
            trouble = e.trouble();
        } catch (InterruptedException _) {
            trouble = CameraTrouble.STALLED;
        } catch (RuntimeException | Error e) {
            LOG.info("{}: the driver failed: {}", camera.name(), e.toString());
            trouble = CameraTrouble.LOST;
        } finally {
            frames.poke();
        }
    }

    private void pass(Shots shots) throws CameraException, InterruptedException {
        Frame frame = shots.next(frames.spare());
        if (frame != null && !over) {
            still = shots.still();
            frames.put(frame, still);
            onFrame.run();
        }
    }
}
