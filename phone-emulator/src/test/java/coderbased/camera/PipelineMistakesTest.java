package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.testing.Deadlines;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that an exception ends neither the preview nor the scanner: it is reported, and the next frame is searched. */
class PipelineMistakesTest {

    private static final Patience PATIENT =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(10), Duration.ofSeconds(30));

    private final BlockingQueue<Frame> shots = new LinkedBlockingQueue<>();
    private final Frail listener = new Frail();
    private final CameraPipeline pipeline =
            new CameraPipeline(listener, new CameraThreads(), PATIENT, InstantSource.system(), new WarmUp());

    @AfterEach
    void stops() {
        pipeline.close();
    }

    @Test
    void scannerContinuesWithTheNextFrame() throws Exception {
        for (Throwable mistake : new Throwable[] {new IllegalStateException(), new AssertionError()}) {
            listener.onLook = mistake;
            pipeline.start(new Handed());
            assertEquals("trouble UNREADABLE", heardWhileFilming("trouble"));
            assertEquals("trouble UNREADABLE", heardWhileFilming("trouble"));
            listener.onLook = null;
            assertEquals("looked", heardWhileFilming("looked"));
            listener.heard.clear();
        }
    }

    @Test
    void previewContinuesWithTheNextFrame() throws Exception {
        listener.onPreview = new ArrayIndexOutOfBoundsException();
        pipeline.start(new Handed());
        assertEquals("trouble UNREADABLE", heardWhileFilming("trouble"));
        listener.onPreview = null;
        assertEquals("preview", heardWhileFilming("preview"));
    }

    @Test
    void failingListenerDoesNotEndTheRetries() throws Exception {
        listener.onTrouble = new IllegalStateException();
        Camera broken = new Handed() {
            @Override
            public Shots open() throws CameraException {
                listener.heard.add("opened");
                throw new CameraException(CameraTrouble.NOT_THERE);
            }
        };
        pipeline.start(broken);
        for (int tries = 0; tries < 3; tries++) {
            assertEquals("opened", heardWhileFilming("opened"));
        }
    }

    /** Hands frames to the camera until something is heard that begins so; passes over what else is heard. */
    private String heardWhileFilming(String kind) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(Deadlines.seconds(60));
        while (System.nanoTime() < limit) {
            if (shots.isEmpty()) {
                shots.add(frame());
            }
            String next = listener.heard.poll(20, TimeUnit.MILLISECONDS);
            if (next != null && next.startsWith(kind)) {
                return next;
            }
        }
        throw new AssertionError(kind + " was waited for in vain");
    }

    private static Frame frame() {
        byte[] pixels = new byte[64 * 48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        return Frame.packed(pixels, 64, 48, PixelFormat.GRAY8);
    }

    /** A camera that shows what the test hands it. */
    private class Handed implements Camera {

        @Override
        public String name() {
            return "handed";
        }

        @Override
        public Shots open() throws CameraException {
            return new Shots() {
                @Override
                public Frame next(SparePixels spare) throws InterruptedException {
                    return shots.poll(100, TimeUnit.MILLISECONDS);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** A listener that fails as often as the test wants. */
    private static final class Frail implements PipelineListener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private volatile Throwable onLook;
        private volatile Throwable onPreview;
        private volatile Throwable onTrouble;

        @Override
        public void pictures() {
            heard.add("pictures");
        }

        @Override
        public void preview(Preview picture) {
            fail(onPreview);
            heard.add("preview");
        }

        @Override
        public void looked(Look look) {
            fail(onLook);
            heard.add("looked");
        }

        @Override
        public void trouble(CameraTrouble trouble) {
            heard.add("trouble " + trouble);
            fail(onTrouble);
        }

        private static void fail(Throwable mistake) {
            if (mistake instanceof RuntimeException e) {
                throw e;
            }
            if (mistake instanceof Error e) {
                throw e;
            }
        }
    }
}
