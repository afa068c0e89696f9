package coderbased.qr;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads pictures of its own making, so that Java has compiled the reader before the first picture of a camera comes:
 * the first second of a scanner is the one that people judge it by. Takes a few seconds of one core; run it on a thread
 * that nobody waits for.
 */
public final class ReaderWarmUp implements Runnable {

    private static final int ROUNDS = 8;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int SMALL = 150;
    private static final int LARGE = 420;
    private static final byte LIGHT = (byte) 225;
    private static final byte DARK = 30;

    private final BooleanSupplier enough;

    /** @param enough asked before each picture; true ends it early */
    public ReaderWarmUp(BooleanSupplier enough) {
        this.enough = enough;
    }

    @Override
    public void run() {
        QrReader reader = new QrReader();
        for (int round = 0; round < ROUNDS; round++) {
            for (Frame frame : frames()) {
                if (enough.getAsBoolean()) {
                    return;
                }
                reader.read(frame);
            }
        }
    }

    /** Codes small and large, and what only looks busy. */
    static List<Frame> frames() {
        return List.of(code(SMALL), code(LARGE), busy(1, 60), busy(7, 190));
    }

    private static Frame code(int size) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, LIGHT);
        BitMatrix code = matrix(size);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    pixels[(y + SMALL) * WIDTH + x + SMALL] = DARK;
                }
            }
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }

    private static BitMatrix matrix(int size) {
        try {
            return new QRCodeWriter().encode("A CODE OF NOBODY", BarcodeFormat.QR_CODE, size, size);
        } catch (WriterException e) {
            throw new IllegalStateException("a short text is a code", e);
        }
    }

    /** Squares of that many pixels, light and dark without any order. */
    private static Frame busy(int square, int contrast) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int mixed = (x / square * 0x9E3779B1) ^ (y / square * 0x85EBCA6B);
                pixels[y * WIDTH + x] = (byte) (128 - contrast / 2 + ((mixed * 0xC2B2AE35) >>> 24) * contrast / 256);
            }
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }
}
