package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.demo.MjpegServer;
import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A scanner may be left open for a day: its frames share a few arrays. */
class FrameGarbageTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 20;

    /** Upper limit of what a frame allocates on the capture and preview threads, in bytes; its pixels are 2,764,800. */
    private static final long MAX_BYTES_PER_FRAME = 500_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final LatestFrame frames = new LatestFrame();
    private final PreviewPainter painter = new PreviewPainter();

    @Test
    void laterFramesOfACameraNeedNoNewPixels() throws Exception {
        try (MjpegServer camera = new MjpegServer(0)) {
            camera.show(desk());
            try (Shots shots = new NetworkCamera(camera.address()).open()) {
                film(shots);
                long before = threads.getCurrentThreadAllocatedBytes();
                film(shots);
                long perFrame = (threads.getCurrentThreadAllocatedBytes() - before) / FRAMES;
                assertTrue(perFrame < MAX_BYTES_PER_FRAME, perFrame + " bytes a frame");
            }
        }
    }

    @Test
    void pixelsThatSomebodyLooksAtAreNotSpare() throws Exception {
        byte[] first = new byte[4];
        frames.put(frame(first), false);
        LatestFrame.Numbered looked = frames.after(0, Duration.ZERO);
        LatestFrame.Numbered shown = frames.after(0, Duration.ZERO);
        frames.put(frame(new byte[4]), false);
        assertNotSame(first, frames.spare().take(4));
        looked.close();
        assertNotSame(first, frames.spare().take(4));
        shown.close();
        assertSame(first, frames.spare().take(4));
    }

    @Test
    void newestPixelsAreNotSpareAfterALook() throws Exception {
        byte[] newest = new byte[4];
        frames.put(frame(newest), false);
        Objects.requireNonNull(frames.after(0, Duration.ZERO)).close();
        assertNotSame(newest, frames.spare().take(4));
    }

    @Test
    void spareArrayHasTheWantedLengthAndOneTaker() {
        SparePixels spare = new SparePixels();
        byte[] pixels = new byte[8];
        spare.give(pixels);
        spare.give(pixels);
        assertSame(pixels, spare.take(8));
        assertNotSame(pixels, spare.take(8));
        spare.give(pixels);
        assertTrue(spare.take(9).length == 9);
    }

    private void film(Shots shots) throws Exception {
        for (int filmed = 0; filmed < FRAMES; ) {
            Frame frame = shots.next(frames.spare());
            if (frame != null) {
                filmed++;
                long seen = frames.count();
                frames.put(frame, false);
                try (LatestFrame.Numbered newest = frames.after(seen, Duration.ZERO)) {
                    painter.paint(newest.frame());
                }
            }
        }
    }

    private static Frame frame(byte[] pixels) {
        return Frame.packed(pixels, pixels.length, 1, PixelFormat.GRAY8);
    }

    /** Returns a picture with much to look at. */
    private static BufferedImage desk() {
        BufferedImage desk = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = desk.createGraphics();
        Random random = new Random(7);
        for (int i = 0; i < 900; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 10 + i % 50, 8 + random.nextInt(50));
        }
        pen.dispose();
        return desk;
    }
}
