package coderbased.camera;

import com.github.sarxos.webcam.WebcamDriver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras of this computer: the front door of this package.
 *
 * <p>Thread-safe; no call waits for a camera.
 */
public final class Cameras {

    private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
    private static final Duration DISCOVERY = Duration.ofSeconds(5);

    /** A search wakes the driver: half as often as a lost camera is tried again. */
    private static final int RETRIES_BETWEEN_SEARCHES = 2;

    private final ThreadFactory threads = new CameraThreads();
    private final Webcams webcams;
    private final Patience patience;
    private final InstantSource clock;
    private final WarmUp warmUp = new WarmUp();

    /** @param driver makes the webcam driver; may fail in any way */
    public Cameras(Supplier<WebcamDriver> driver, Patience patience, InstantSource clock) {
        this.webcams = new Webcams(driver, threads, DISCOVERY);
        this.patience = patience;
        this.clock = clock;
    }

    /** Returns the real cameras of this computer. */
    public static Cameras ofThisComputer(InstantSource clock) {
        return new Cameras(WebcamDrivers::ofThisSystem, Patience.STANDARD, clock);
    }

    /**
     * Makes ready for the first picture, in the background and for a few seconds: to be asked when the program starts.
     */
    public void warmUp() {
        Thread thread = threads.newThread(warmUp);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /**
     * Looks for webcams again and again, in the background, until what this returns is run.
     *
     * @param found hears their names on a thread of this package, first of all and whenever they change; an empty list
     *     where there are none or no driver works
     */
    public Runnable watch(Consumer<List<String>> found) {
        Thread watcher = threads.newThread(() -> watchUntilInterrupted(found));
        watcher.start();
        return watcher::interrupt;
    }

    private void watchUntilInterrupted(Consumer<List<String>> found) {
        @Nullable List<String> known = null;
        try {
            while (true) {
                List<String> now = names();
                if (!now.equals(known)) {
                    known = now;
                    found.accept(now);
                }
                Thread.sleep(patience.retry().multipliedBy(RETRIES_BETWEEN_SEARCHES));
            }
        } catch (InterruptedException _) {
            LOG.trace("Webcams are no longer looked for");
        }
    }

    /**
     * Lets requests to cameras name their host where its name has characters that the HTTP client does not take. Has to
     * be called before the first request of the program.
     */
    public static void allowHostNames() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Returns the camera of a choice. Nothing is opened yet. */
    public Camera camera(CameraChoice choice) {
        return switch (choice) {
            case CameraChoice.Off() -> new NoCamera();
            case CameraChoice.Webcam(String name) -> webcams.named(name);
            case CameraChoice.Screen(ScreenPart part) -> new ScreenCamera(part);
            case CameraChoice.Network(var address) -> new NetworkCamera(address);
            case CameraChoice.Picture(var file) -> new PictureCamera(file);
        };
    }

    /** Returns a pipeline that watches no camera yet. */
    public CameraPipeline pipeline(PipelineListener listener) {
        return new CameraPipeline(listener, threads, patience, clock, warmUp);
    }

    private List<String> names() throws InterruptedException {
        try {
            return webcams.names();
        } catch (CameraException e) {
            LOG.debug("No webcams: {}", e.trouble());
            return List.of();
        }
    }

    /** The choice of no camera. */
    record NoCamera() implements Camera {

        @Override
        public String name() {
            return "No camera";
        }

        @Override
        public Shots open() throws CameraException {
            throw new CameraException(CameraTrouble.SWITCHED_OFF);
        }
    }
}
