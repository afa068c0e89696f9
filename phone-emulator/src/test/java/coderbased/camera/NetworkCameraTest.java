package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.demo.MjpegServer;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real MJPEG server over HTTP, the pipeline and the reader, end to end. */
class NetworkCameraTest {

    private final Watcher watcher = new Watcher();
    private MjpegServer camera;

    @BeforeEach
    void aCameraIsServed() throws IOException {
        camera = new MjpegServer(0);
    }

    @AfterEach
    void everythingIsGivenBack() {
        watcher.close();
        camera.close();
    }

    @Test
    void codeBeforeTheCameraIsRead() throws Exception {
        camera.show(Pictures.code("HELLO FROM THE SCREEN"));
        watch(camera.address());
        watcher.awaitText("HELLO FROM THE SCREEN");
        Preview preview = watcher.awaitPreview();
        assertEquals(640, preview.width());
        assertEquals(480, preview.height());
    }

    @Test
    void cameraWithoutContentLengthsIsRead() throws Exception {
        camera.leaveLengthsOut();
        camera.show(Pictures.code("NO LENGTHS"));
        watch(camera.address());
        watcher.awaitText("NO LENGTHS");
        camera.setSilent(true);
        watcher.awaitTrouble(CameraTrouble.STALLED);
        camera.setSilent(false);
        watcher.awaitText("NO LENGTHS");
    }

    @Test
    void cameraThatServesSinglePicturesIsRead() throws Exception {
        camera.show(Pictures.code("ONE"));
        watch(camera.pictureAddress());
        watcher.awaitText("ONE");
        camera.show(Pictures.code("TWO"));
        watcher.awaitText("TWO");
        camera.close();
        watcher.awaitTrouble(CameraTrouble.UNREACHABLE);
    }

    @Test
    void cameraThatAsksForAPasswordIsRead() throws Exception {
        camera.show(Pictures.code("BEHIND A PASSWORD"));
        watch(camera.lockedAddress("guest:se:cret@"));
        watcher.awaitText("BEHIND A PASSWORD");
    }

    @Test
    void missingPasswordIsReported() throws Exception {
        watch(camera.lockedAddress(""));
        watcher.awaitTrouble(CameraTrouble.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest@", "guest:wrong@", "%3Aguest:se:cret@"})
    void wrongPasswordIsReported(String userInfo) throws Exception {
        watch(camera.lockedAddress(userInfo));
        watcher.awaitTrouble(CameraTrouble.WRONG_PASSWORD);
    }

    @Test
    void cameraPicturesAreNotWrittenToFiles(@TempDir Path folder) throws Exception {
        camera.show(Pictures.code("FOR NO EYES BUT MINE"));
        Path nowhere = Files.createDirectory(folder.resolve("pictures"));
        ImageIO.setCacheDirectory(nowhere.toFile());
        Files.delete(nowhere);
        try {
            watch(camera.address());
            watcher.awaitText("FOR NO EYES BUT MINE");
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test
    void newestPictureIsUsed() throws Exception {
        camera.show(Pictures.code("FIRST"));
        watch(camera.address());
        watcher.awaitText("FIRST");
        camera.show(Pictures.code("SECOND"));
        int looks = watcher.looks();
        watcher.awaitText("SECOND");
        int stale = watcher.looks() - looks;
        assertTrue(stale < 30, "old pictures were queued: " + stale + " looks until the new one was seen");
    }

    @Test
    void frameRateIsReported() throws Exception {
        camera.show(Pictures.plain(Color.GRAY));
        watch(camera.address());
        watcher.awaitLooks(60);
        Rates rates = watcher.pipeline().rates();
        assertTrue(rates.captured() > 1, "captured " + rates);
        assertTrue(rates.decoded() > 1, "decoded " + rates);
    }

    @Test
    void lostCameraReturnsByItself() throws Exception {
        camera.show(Pictures.code("BEFORE"));
        int port = camera.port();
        watch(camera.address());
        watcher.awaitText("BEFORE");
        camera.close();
        watcher.awaitTrouble(CameraTrouble.UNREACHABLE);
        camera = new MjpegServer(port);
        camera.show(Pictures.code("AFTER"));
        watcher.awaitText("AFTER");
    }

    @Test
    void stalledCameraIsReportedAndReturns() throws Exception {
        camera.show(Pictures.code("BEFORE"));
        watch(camera.address());
        watcher.awaitText("BEFORE");
        camera.setSilent(true);
        watcher.awaitTrouble(CameraTrouble.STALLED);
        camera.setSilent(false);
        watcher.awaitText("BEFORE");
        assertTrue(watcher.timesPicturesBegan() >= 2, "pictures began again");
    }

    @Test
    void coveredCameraIsReportedUntilItSeesAgain() throws Exception {
        camera.show(Pictures.plain(Color.BLACK));
        watch(camera.address());
        watcher.awaitTrouble(CameraTrouble.BLACK);
        camera.show(Pictures.code("LIGHT"));
        watcher.awaitText("LIGHT");
    }

    @Test
    void unreachableCameraIsReported() throws Exception {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            watch(URI.create("http://127.0.0.1:" + bound.getLocalPort() + "/stream"));
            watcher.awaitTrouble(CameraTrouble.UNREACHABLE);
        }
    }

    @Test
    void webPageIsReportedAsNoCamera() throws Exception {
        watch(camera.pageAddress());
        watcher.awaitTrouble(CameraTrouble.NO_PICTURES);
    }

    private void watch(URI address) {
        watcher.pipeline().start(new NetworkCamera(address));
    }
}
