package coderbased.camera;

import coderbased.qr.ReaderWarmUp;
import coderbased.qr.picture.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Sends pictures of its own making all the way from a camera's JPEG to the preview and through the reader, so that Java
 * has compiled that way before the first picture of a camera comes: the first second of a scanner is the one that
 * people judge it by. Takes a few seconds of one core; run it on a thread that nobody waits for. It ends early where a
 * camera's own pictures come, for these need that core.
 */
final class WarmUp implements Runnable {

    private static final int ROUNDS = 60;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private volatile boolean enough;
    private volatile int pictures;

    /** Ends the warm-up: a camera is watched, and its pictures take the same path. */
    void enough() {
        enough = true;
    }

    /** Returns the number of frames sent so far. */
    int pictures() {
        return pictures;
    }

    @Override
    public void run() {
        byte[] sent = jpeg();
        PreviewPainter painter = new PreviewPainter();
        while (pictures < ROUNDS && !enough) {
            painter.paint(received(sent));
            pictures++;
        }
        new ReaderWarmUp(() -> enough).run();
    }

    static Frame received(byte[] sent) {
        try {
            return Frames.of(ImageIO.read(new ByteArrayInputStream(sent)));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture of its own making is one", e);
        }
    }

    static byte[] jpeg() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes a picture", e);
        }
        return jpeg.toByteArray();
    }
}
