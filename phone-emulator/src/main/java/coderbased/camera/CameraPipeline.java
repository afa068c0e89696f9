package coderbased.camera;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Watches one camera at a time: pictures to show, readings, and what is wrong in between.
 *
 * <p>Thread-safe; no call waits for a camera.
 */
public final class CameraPipeline implements AutoCloseable {

    private final PipelineListener listener;
    private final ThreadFactory threads;
    private final Patience patience;
    private final InstantSource clock;
    private final WarmUp warmUp;
    private @Nullable PipelineRun run;

    /**
     * Makes a pipeline that watches nothing yet.
     *
     * @param threads {@link CameraThreads}, which keeps drivers' last words off the console
     * @param warmUp ends where a camera is watched
     */
    CameraPipeline(
            PipelineListener listener, ThreadFactory threads, Patience patience, InstantSource clock, WarmUp warmUp) {
        // Java would write each picture of a stream into a file before it reads it: what a camera sees stays in memory.
        ImageIO.setUseCache(false);
        this.listener = listener;
        this.threads = threads;
        this.patience = patience;
        this.clock = clock;
        this.warmUp = warmUp;
    }

    /** Watches this camera instead of any other. */
    public void start(Camera camera) {
        start(camera, listener);
    }

    /**
     * Starts watching with a separate listener. A listener that had another camera may still hear a last call about it:
     * a listener for each camera tells them apart.
     */
    public synchronized void start(Camera camera, PipelineListener itsOwn) {
        stop();
        warmUp.enough();
        run = new PipelineRun(camera, itsOwn, threads, patience, clock);
        run.start();
    }

    /** Gives the camera back. Starting again later is fine. */
    public synchronized void stop() {
        if (run != null) {
            run.stop();
            run = null;
        }
    }

    /** Tries a camera that is in trouble again at once. */
    public synchronized void retry() {
        if (run != null) {
            run.retry();
        }
    }

    /** Returns the frame rates. */
    public synchronized Rates rates() {
        return run == null ? Rates.NONE : run.rates();
    }

    @Override
    public void close() {
        stop();
    }
}
