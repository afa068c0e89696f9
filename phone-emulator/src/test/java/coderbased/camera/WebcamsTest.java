package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webcams of a fake driver: plugged in, pulled out, taken by another program, and hanging. */
class WebcamsTest {

    private final List<WebcamDevice> plugged = new CopyOnWriteArrayList<>();
    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
    }

    @Test
    void missingCameraIsReportedAndOnePluggedInLaterIsUsed() throws Exception {
        watch("");
        watcher.awaitTrouble(CameraTrouble.NONE_FOUND);
        plugged.add(new PlayedWebcam("Desk camera", "HELLO"));
        watcher.awaitText("HELLO");
    }

    @Test
    void chosenCameraIsUsed() throws Exception {
        plugged.add(new PlayedWebcam("Lid", "FROM THE LID"));
        plugged.add(new PlayedWebcam("Desk", "FROM THE DESK"));
        assertEquals(List.of("Lid", "Desk"), webcams(this::driver).names());
        watch("Desk");
        watcher.awaitText("FROM THE DESK");
    }

    @Test
    void unpluggedCameraReturnsWhenPluggedIn() throws Exception {
        PlayedWebcam first = new PlayedWebcam("Desk", "ONE");
        plugged.add(first);
        watch("Desk");
        watcher.awaitText("ONE");
        plugged.clear();
        first.pullOut();
        watcher.awaitTrouble(CameraTrouble.NONE_FOUND);
        plugged.add(new PlayedWebcam("Desk", "TWO"));
        watcher.awaitText("TWO");
    }

    @Test
    void busyCameraIsReported() throws Exception {
        PlayedWebcam taken = new PlayedWebcam("Desk", "FREE AGAIN");
        taken.busy = true;
        plugged.add(taken);
        watch("");
        watcher.awaitTrouble(CameraTrouble.BUSY);
        taken.busy = false;
        watcher.awaitText("FREE AGAIN");
    }

    @Test
    void driverThatDoesNotLoadIsReported() throws Exception {
        watcher.pipeline()
                .start(webcams(() -> {
                            throw new UnsatisfiedLinkError("no library");
                        })
                        .named(""));
        watcher.awaitTrouble(CameraTrouble.NO_DRIVER);
    }

    @Test
    void driverErrorIsReportedAtOnce() throws Exception {
        watcher.pipeline()
                .start(webcams(() -> {
                            throw new StackOverflowError();
                        })
                        .named(""));
        watcher.awaitTrouble(CameraTrouble.NO_DRIVER);
    }

    @Test
    void cameraIsLostWhenItsDriverFails() throws Exception {
        Camera camera = new Camera() {
            @Override
            public String name() {
                return "Desk";
            }

            @Override
            public Shots open() {
                throw new StackOverflowError();
            }
        };
        watcher.pipeline().start(camera);
        watcher.awaitTrouble(CameraTrouble.LOST);
    }

    @Test
    void hangingDriverIsAbandonedAtTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        Supplier<WebcamDriver> hanging = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new WebcamException(e);
            }
            return driver();
        };
        Webcams impatient = new Webcams(hanging, new CameraThreads(), Duration.ofMillis(500));
        CameraException said = assertThrows(CameraException.class, impatient::names);
        assertEquals(CameraTrouble.BUSY, said.trouble());
        never.countDown();
    }

    @Test
    void nativeDriverAnswersOnThisMachine() throws Exception {
        Webcams real = new Webcams(NativeDriver::new, new CameraThreads(), Duration.ofSeconds(50));
        try {
            assertEquals(List.copyOf(real.names()), real.names());
        } catch (CameraException e) {
            assertEquals(CameraTrouble.NO_DRIVER, e.trouble());
        }
    }

    private WebcamDriver driver() {
        return new WebcamDriver() {
            @Override
            public List<WebcamDevice> getDevices() {
                return List.copyOf(plugged);
            }

            @Override
            public boolean isThreadSafe() {
                return true;
            }
        };
    }

    private static Webcams webcams(Supplier<WebcamDriver> driver) {
        return new Webcams(driver, new CameraThreads(), Duration.ofSeconds(30));
    }

    private void watch(String name) {
        watcher.pipeline().start(webcams(this::driver).named(name));
    }

    /** A webcam that sees one code. */
    private static final class PlayedWebcam implements WebcamDevice {

        private final String name;
        private final BufferedImage sight;
        private volatile boolean open;
        private volatile boolean gone;
        volatile boolean busy;

        PlayedWebcam(String name, String code) {
            this.name = name;
            this.sight = Pictures.code(code);
        }

        void pullOut() {
            gone = true;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Dimension[] getResolutions() {
            return new Dimension[] {new Dimension(640, 480)};
        }

        @Override
        public Dimension getResolution() {
            return new Dimension(640, 480);
        }

        @Override
        public void setResolution(Dimension size) {}

        @Override
        public BufferedImage getImage() {
            if (gone) {
                throw new WebcamException("unplugged");
            }
            BufferedImage fresh = Pictures.plain(Color.GRAY);
            fresh.getGraphics().drawImage(sight, 0, 0, null);
            return fresh;
        }

        @Override
        public void open() {
            open = !busy;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public void dispose() {}

        @Override
        public boolean isOpen() {
            return open;
        }
    }
}
