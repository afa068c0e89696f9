package coderbased.qr;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.util.Arrays;

/** Grey frames turned into others. */
final class Frames {

    private Frames() {}

    static byte[] filled(int length, int value) {
        byte[] pixels = new byte[length];
        Arrays.fill(pixels, (byte) value);
        return pixels;
    }

    /** Returns the same picture in another pixel format, its rows {@code padding} bytes apart. */
    static Frame as(PixelFormat format, int padding, Frame grey) {
        int stride = grey.width() * format.bytes() + padding;
        byte[] pixels = filled(stride * grey.height(), 0x55);
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                int at = y * stride + x * format.bytes();
                byte value = grey.pixels()[y * grey.stride() + x];
                pixels[at + format.red()] = value;
                pixels[at + format.green()] = value;
                pixels[at + format.blue()] = value;
            }
        }
        return new Frame(pixels, grey.width(), grey.height(), stride, format);
    }

    static Frame mirrored(Frame grey) {
        byte[] pixels = new byte[grey.width() * grey.height()];
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                pixels[y * grey.width() + x] = grey.pixels()[y * grey.stride() + grey.width() - 1 - x];
            }
        }
        return Frame.packed(pixels, grey.width(), grey.height(), PixelFormat.GRAY8);
    }

    /** Returns two pictures of one size, side by side. */
    static Frame beside(Frame left, Frame right) {
        int width = left.width();
        byte[] pixels = new byte[2 * width * left.height()];
        for (int y = 0; y < left.height(); y++) {
            System.arraycopy(left.pixels(), y * width, pixels, 2 * y * width, width);
            System.arraycopy(right.pixels(), y * width, pixels, (2 * y + 1) * width, width);
        }
        return Frame.packed(pixels, 2 * width, left.height(), PixelFormat.GRAY8);
    }
}
