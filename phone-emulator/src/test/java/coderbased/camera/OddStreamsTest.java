package coderbased.camera;

import static coderbased.camera.RawCamera.encoded;
import static coderbased.camera.RawCamera.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.RawCamera.Answer;
import coderbased.testing.TurnedPicture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that break the rules of HTTP and MIME in ways that browsers forgive. */
class OddStreamsTest {

    private static final String TEXT = "FROM AN ODD CAMERA";
    private static final byte[] JPEG = encoded("jpeg", Pictures.code(TEXT));
    private static final byte[] PNG = encoded("png", Pictures.code(TEXT));
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String MIXED = "Content-Type: multipart/x-mixed-replace; boundary=cut\r\n\r\n";

    /** 32 by 32 pixels of red, lossless. */
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvH8AHAAcQ/Y/+ByKi/wEA");

    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\n",
                "Content-Length:\r\n",
                "Content-Length: \r\n",
                "Content-Length: many\r\n",
                "Content-Length: 12\r\n",
                "Content-Length: 999999999\r\n",
                ""
            })
    void lengthThatIsWrongOrMissingIsNotBelieved(String length) throws Exception {
        assertShown(OK + MIXED, "--cut\r\nContent-Type: image/jpeg\r\n" + length + "\r\n", JPEG, "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--other\r\nContent-Type: image/jpeg\r\n\r\n",
                "cut\r\nContent-Type: image/jpeg\r\n\r\n",
                "other\r\nContent-Type: image/jpeg\r\n\r\n",
                "----cut\r\nContent-Type: image/jpeg\r\n\r\n",
                "--cut\r\n\r\n",
                "--cut\nContent-Type: image/jpeg\n\n",
                "--cut--\r\n--cut\r\nContent-Type: image/jpeg\r\n\r\n",
                "Content-Type: image/jpeg\r\n\r\n",
                "--cut\r\nContent-Type: image/jpeg\r\n",
                ""
            })
    void delimiterMayBeAnyOrNone(String before) throws Exception {
        assertShown(OK + MIXED, before, JPEG, "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/x-mixed-replace\r\n\r\n",
                "Content-Type: multipart/x-mixed-replace; boundary=\r\n\r\n",
                "Content-Type: multipart/mixed; boundary=\"cut\"\r\n\r\n",
                "Content-Type: application/octet-stream\r\n\r\n",
                "Content-Type: text/plain\r\n\r\n",
                "Content-Type: image/jpeg\r\n\r\n",
                "\r\n"
            })
    void contentTypeMayBeIncompleteWrongOrMissing(String type) throws Exception {
        assertShown(OK + type, "--cut\r\nContent-Type: image/jpeg\r\n\r\n", JPEG, "\r\n");
    }

    @Test
    void picturesWithoutAnythingBetweenThemAreShown() throws Exception {
        assertShown(OK + "Content-Type: image/jpeg\r\n\r\n", "", JPEG, "");
    }

    @Test
    void pictureInAnAnswerWithoutATypeIsShown() throws Exception {
        assertShown((request, out) -> {
            write(out, OK + "\r\n");
            out.write(JPEG);
        });
    }

    @Test
    void lengthsOnSomePartsOnlyAreFine() throws Exception {
        assertShown((request, out) -> {
            write(out, OK + MIXED);
            for (int i = 0; ; i++) {
                write(out, "--cut\r\n" + (i % 2 == 0 ? "" : "Content-Length: " + JPEG.length + "\r\n") + "\r\n");
                out.write(JPEG);
                write(out, "\r\n");
                Thread.sleep(30);
            }
        });
    }

    @Test
    void framesWithoutHuffmanTablesAreShown() throws Exception {
        byte[] bare = withoutTables(JPEG);
        assertTrue(bare.length < JPEG.length - 300, "the tables are gone");
        assertShown(OK + MIXED, "--cut\r\n\r\n", bare, "\r\n");
    }

    @Test
    void framesWithoutAnEndMarkerAreShown() throws Exception {
        assertShown(OK + MIXED, "--cut\r\n\r\n", Arrays.copyOf(JPEG, JPEG.length - 2), "\r\n");
    }

    @Test
    void damagedFramesAreLeftOut() throws Exception {
        byte[] damaged = Arrays.copyOf(JPEG, 700);
        assertShown((request, out) -> {
            write(out, OK + MIXED);
            while (true) {
                for (byte[] picture : new byte[][] {damaged, JPEG, JPEG}) {
                    write(out, "--cut\r\n\r\n");
                    out.write(picture);
                    write(out, "\r\n");
                    Thread.sleep(30);
                }
            }
        });
    }

    @Test
    void partsMayBePngOrGifOrBmp() throws Exception {
        assertShown(OK + MIXED, "--cut\r\nContent-Type: image/png\r\n\r\n", PNG, "\r\n");
        for (String kind : new String[] {"gif", "bmp"}) {
            byte[] picture = encoded(kind, Pictures.code(TEXT));
            String header = "--cut\r\nContent-Type: image/" + kind + "\r\n";
            assertShown(OK + MIXED, header + "\r\n", picture, "\r\n");
            assertShown(OK + MIXED, header + "Content-Length: " + picture.length + "\r\n\r\n", picture, "\r\n");
        }
    }

    @Test
    void picturesOfATurnedCameraAreUpright() throws Exception {
        for (String kind : new String[] {"jpg", "png"}) {
            byte[] file = encoded(kind, Pictures.code(TEXT));
            for (int orientation = 1; orientation <= 8; orientation++) {
                BufferedImage upright = StillPicture.read(TurnedPicture.of(kind, orientation), new SparePixels());
                assertEquals(TurnedPicture.corners(orientation), TurnedPicture.corners(upright));
                DataBufferByte pixels = (DataBufferByte) upright.getRaster().getDataBuffer();
                assertSame(pixels.getData(), Frames.of(upright).pixels());
            }
            assertShown(OK + MIXED, "--cut\r\n\r\n", TurnedPicture.with(file, 7), "\r\n");
            assertEquals(480, watcher.awaitPreview().width());
        }
    }

    @Test
    void partsMayBeWebp() throws Exception {
        try (RawCamera camera = streaming(OK + MIXED, "--cut\r\nContent-Type: image/webp\r\n\r\n", WEBP, "\r\n")) {
            watch(camera.address("/"));
            watcher.awaitLooks(2);
        }
    }

    @Test
    void firstPictureMayTakeFiveSeconds() throws Exception {
        assertShown((request, out) -> {
            Thread.sleep(5_300);
            write(out, OK + MIXED + "--cut\r\n\r\n");
            out.write(JPEG);
            new CountDownLatch(1).await();
        });
    }

    @Test
    void cameraWithOnePlaceGivesItToTheViewer() throws Exception {
        Semaphore place = new Semaphore(1);
        AtomicInteger refused = new AtomicInteger();
        assertShown((request, out) -> {
            if (!place.tryAcquire()) {
                refused.incrementAndGet();
                write(out, "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            try {
                write(out, OK + MIXED);
                stream(out, "--cut\r\n\r\n", JPEG, "\r\n");
            } finally {
                place.release();
            }
        });
        assertTrue(refused.get() == 0, "refused " + refused);
    }

    @Test
    void singlePicturesAreAskedForTenTimesASecondAtMost() throws Exception {
        try (RawCamera camera = new RawCamera((request, out) -> {
            write(
                    out,
                    OK + "Connection: close\r\nContent-Type: image/jpeg\r\nContent-Length: " + JPEG.length
                            + "\r\n\r\n");
            out.write(JPEG);
        })) {
            long began = System.nanoTime();
            watch(camera.address("/snapshot.jpg"));
            watcher.awaitLooks(12);
            int asked = camera.requests().size();
            double seconds = (System.nanoTime() - began) / 1e9;
            assertTrue(asked <= seconds * 10 + 2, asked + " requests in " + seconds + " s");
        }
    }

    @Test
    void firstPictureIsThatOfTheFirstRequest() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger served = new AtomicInteger();
        assertShown((request, out) -> {
            if (served.getAndIncrement() > 0) {
                never.await();
            }
            write(out, OK + "Content-Type: image/png\r\nContent-Length: " + PNG.length + "\r\n\r\n");
            out.write(PNG);
        });
    }

    @Test
    void longStreamOfNothingIsNotHeldInMemory() throws Exception {
        MultipartStream parts = new MultipartStream(
                new java.io.InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                },
                "multipart/x-mixed-replace; boundary=cut");
        IOException said = org.junit.jupiter.api.Assertions.assertThrows(IOException.class, parts::next);
        assertFalse(said instanceof java.io.EOFException, said.toString());
    }

    private void assertShown(String head, String before, byte[] picture, String after) throws Exception {
        assertShown((request, out) -> {
            write(out, head);
            stream(out, before, picture, after);
        });
    }

    private void assertShown(Answer answer) throws Exception {
        try (RawCamera camera = new RawCamera(answer)) {
            watch(camera.address("/stream"));
            watcher.awaitText(TEXT);
        }
    }

    private static RawCamera streaming(String head, String before, byte[] picture, String after) throws IOException {
        return new RawCamera((request, out) -> {
            write(out, head);
            stream(out, before, picture, after);
        });
    }

    private static void stream(OutputStream out, String before, byte[] picture, String after)
            throws IOException, InterruptedException {
        while (true) {
            write(out, before);
            out.write(picture);
            write(out, after);
            Thread.sleep(30);
        }
    }

    private void watch(URI address) {
        watcher.pipeline().start(new NetworkCamera(address));
    }

    /** Leaves out the segments with Huffman tables. */
    static byte[] withoutTables(byte[] jpeg) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        bare.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xFF) != 0xC4) {
                bare.write(jpeg, at, length);
            }
            at += length;
        }
        bare.write(jpeg, at, jpeg.length - at);
        return bare.toByteArray();
    }
}
