package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.camera.Cameras;
import coderbased.camera.Patience;
import coderbased.camera.Pictures;
import coderbased.phone.PlayedPhone;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import coderbased.testing.Deadlines;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the sound of a read code, which is off by default. */
class ScanSoundTest {

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final AtomicInteger heard = new AtomicInteger();
    private final PhoneSettings settings = PhoneSettings.unsaved();

    @TempDir
    Path folder;

    @AfterEach
    void over() {
        window.close();
    }

    @Test
    void readCodePlaysTheSoundOnceIfTurnedOn() throws Exception {
        settings.sound().set(true);
        scan();
        assertEquals(1, heard.get());
    }

    @Test
    void soundIsOffByDefault() throws Exception {
        scan();
        assertEquals(0, heard.get());
    }

    private void scan() throws Exception {
        Path file = folder.resolve("code.png");
        ImageIO.write(Pictures.code(PlayedPhone.ownCode()), "png", file.toFile());
        settings.camera().set(new CameraChoice.Picture(file));
        Cameras cameras = new Cameras(
                () -> {
                    throw new UnsatisfiedLinkError("no driver");
                },
                Patience.STANDARD,
                InstantSource.system());
        PhoneTools tools = new PhoneTools(cameras, window, Clock.systemUTC(), heard::incrementAndGet);
        CountDownLatch asked = new CountDownLatch(1);
        try (var scanner = new ScannerViewModel(PlayedPhone.signedIn(), settings, tools, offer -> asked.countDown())) {
            window.execute(scanner::open);
            assertTrue(asked.await(Deadlines.seconds(30), TimeUnit.SECONDS), "the code was never read");
        }
    }
}
