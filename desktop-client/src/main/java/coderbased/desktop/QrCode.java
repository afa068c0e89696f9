package coderbased.desktop;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A QR code as modules, and as an image of them.
 *
 * <p>Made for being read from far away: upper-case text stays in alphanumeric mode, and level L leaves a login code at
 * version 2, 25 modules a side; a screen does not get torn or dirty, so larger modules win over more correction. Black
 * on white, with a quiet zone of four modules, whatever the theme: most readers do not read light on dark.
 */
final class QrCode {

    /** White modules on each side (ISO/IEC 18004, section 5.3.8). */
    static final int QUIET_ZONE = 4;

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int TRANSPARENT = 0;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException for a text that fits no QR code */
    static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text fits no QR code.", e);
        }
    }

    /** Returns the number of modules per side, quiet zones included. */
    int size() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /**
     * Returns the code and its quiet zone, for a white ground: the outer corners of the quiet zone are transparent.
     *
     * @param pixelsPerModule at least 1; every module gets exactly this many, so that all are equally sharp
     */
    WritableImage image(int pixelsPerModule) {
        int side = size() * pixelsPerModule;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = colour(x / pixelsPerModule, y / pixelsPerModule);
            }
        }
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        return image;
    }

    private int colour(int x, int y) {
        if (isOuter(x) && isOuter(y)) {
            return TRANSPARENT;
        }
        return dark(x - QUIET_ZONE, y - QUIET_ZONE) ? BLACK : WHITE;
    }

    private boolean isOuter(int module) {
        return module < QUIET_ZONE - 1 || module > size() - QUIET_ZONE;
    }

    private boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
