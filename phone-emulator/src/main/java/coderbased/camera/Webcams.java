package coderbased.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webcams that a driver finds.
 *
 * <p>Drivers hang, throw and fail to load, each on some machine: the search runs on a thread of its own that is left
 * behind at the deadline. Thread-safe.
 */
public final class Webcams {

    private static final Logger LOG = LoggerFactory.getLogger(Webcams.class);

    private static final Path FIRST_VIDEO_DEVICE = Path.of("/dev/video0");

    private final Supplier<WebcamDriver> driver;
    private final ThreadFactory threads;
    private final Duration deadline;

    /**
     * @param driver makes the driver; called off the caller's thread at each search, may fail in any way
     * @param deadline how long a search may take
     */
    public Webcams(Supplier<WebcamDriver> driver, ThreadFactory threads, Duration deadline) {
        this.driver = driver;
        this.threads = threads;
        this.deadline = deadline;
    }

    List<String> names() throws CameraException, InterruptedException {
        return devices().stream().map(WebcamDevice::getName).toList();
    }

    Camera named(String name) {
        return new Webcam(name);
    }

    private List<WebcamDevice> devices() throws CameraException, InterruptedException {
        CompletableFuture<List<WebcamDevice>> found = new CompletableFuture<>();
        threads.newThread(() -> search(found)).start();
        try {
            return found.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("The camera driver did not answer within {}", deadline);
            throw new CameraException(CameraTrouble.BUSY, e);
        } catch (ExecutionException e) {
            LOG.info("The camera driver cannot be used: {}", String.valueOf(e.getCause()));
            throw new CameraException(CameraTrouble.NO_DRIVER, e);
        }
    }

    private void search(CompletableFuture<List<WebcamDevice>> found) {
        try {
            found.complete(List.copyOf(driver.get().getDevices()));
        } catch (RuntimeException | Error e) {
            found.completeExceptionally(e);
        }
    }

    /**
     * True if the system denies access. Linux shows a camera as a file with rights; elsewhere a refusal looks like any
     */
    private static boolean isRefused() {
        return Files.exists(FIRST_VIDEO_DEVICE) && !Files.isReadable(FIRST_VIDEO_DEVICE);
    }

    private final class Webcam implements Camera {

        private final String name;

        Webcam(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name.isEmpty() ? "Webcam" : name;
        }

        @Override
        public Shots open() throws CameraException, InterruptedException {
            List<WebcamDevice> devices = devices();
            if (devices.isEmpty()) {
                throw new CameraException(isRefused() ? CameraTrouble.NOT_ALLOWED : CameraTrouble.NONE_FOUND);
            }
            WebcamDevice wanted = devices.stream()
                    .filter(device -> name.isEmpty() || device.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CameraException(CameraTrouble.NOT_THERE));
            try {
                return DeviceShots.open(wanted);
            } catch (WebcamException | LinkageError e) {
                throw new CameraException(isRefused() ? CameraTrouble.NOT_ALLOWED : CameraTrouble.BUSY, e);
            }
        }
    }
}
