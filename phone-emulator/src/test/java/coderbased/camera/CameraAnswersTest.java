package coderbased.camera;

import static coderbased.camera.RawCamera.TEXT;
import static coderbased.camera.RawCamera.refuse;
import static coderbased.camera.RawCamera.stream;
import static coderbased.camera.RawCamera.write;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.RawCamera.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, and the reason for each failure. */
class CameraAnswersTest {

    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) throws Exception {
        assertShown("/old?a=b", (request, out) -> {
            if (request.startsWith("GET /old?a=b ")) {
                refuse(out, status, "Location: /new?c=d");
            } else {
                assertTrue(request.startsWith("GET /new?c=d "), request);
                stream(out);
            }
        });
    }

    @Test
    void redirectWithoutEndIsReported() throws Exception {
        assertTrouble(CameraTrouble.REDIRECTED_IN_A_CIRCLE, (request, out) -> refuse(out, 302, "Location: /again"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, PASSWORD",
        "403, FORBIDDEN",
        "404, NO_SUCH_PATH",
        "410, NO_SUCH_PATH",
        "429, WATCHED_BY_OTHERS",
        "503, WATCHED_BY_OTHERS",
        "500, CAMERA_FAILED",
        "400, NO_PICTURES"
    })
    void everyRefusalHasItsReason(int status, CameraTrouble trouble) throws Exception {
        assertTrouble(trouble, (request, out) -> refuse(out, status, "X-Y: z"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, NO_PICTURES",
        "application/json, NO_PICTURES",
        "video/mp4, SENDS_VIDEO",
        "multipart/x-mixed-replace; boundary=b, NO_PICTURES"
    })
    void answerWithoutPicturesIsReported(String type, CameraTrouble trouble) throws Exception {
        assertTrouble(
                trouble,
                (request, out) -> write(
                        out, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n<p>This is the camera's page.</p>"));
    }

    @Test
    void picturesOfAnUnknownKindAreReported() throws Exception {
        assertTrouble(CameraTrouble.UNKNOWN_PICTURES, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
            while (true) {
                write(out, "--b\r\nContent-Type: image/jp2\r\nContent-Length: 7\r\n\r\nnothing\r\n");
                Thread.sleep(5);
            }
        });
    }

    @Test
    void hostThatDoesNotSpeakHttpIsReported() throws Exception {
        assertTrouble(CameraTrouble.NOT_HTTP, (request, out) -> write(out, "RTSP/1.0 400 Bad Request\r\n\r\n"));
        assertTrouble(CameraTrouble.NO_ANSWER, (request, out) -> {});
    }

    @Test
    void silentCameraIsReported() throws Exception {
        Patience brief = new Patience(
                Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(150), Duration.ofMillis(300));
        try (Watcher hasty = new Watcher(new WarmUp(), brief);
                RawCamera camera = new RawCamera((request, out) -> new CountDownLatch(1).await())) {
            hasty.pipeline().start(new NetworkCamera(camera.address("/")));
            hasty.awaitTrouble(CameraTrouble.NO_ANSWER);
        }
    }

    private void assertShown(String path, Answer answer) throws Exception {
        try (RawCamera camera = new RawCamera(answer)) {
            watch(camera.address(path));
            watcher.awaitText(TEXT);
        }
    }

    private void assertTrouble(CameraTrouble wanted, Answer answer) throws Exception {
        try (RawCamera camera = new RawCamera(answer)) {
            watch(camera.address("/"));
            watcher.awaitTrouble(wanted);
        }
    }

    private void watch(URI address) {
        watcher.pipeline().start(new NetworkCamera(address));
    }
}
