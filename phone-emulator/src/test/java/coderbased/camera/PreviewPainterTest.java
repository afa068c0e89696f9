package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewPainterTest {

    private static final int ORANGE = 0xFFFF8020;
    private static final int GREY = 0xFF808080;

    private final PreviewPainter painter = new PreviewPainter();

    @ParameterizedTest
    @CsvSource({
        "RGB24, FF8020",
        "BGR24, 2080FF",
        "RGBA32, FF802000",
        "BGRA32, 2080FF00",
        "ARGB32, 00FF8020",
    })
    void everyFormatShowsTheSameColourAndNoPadding(PixelFormat format, String pixel) {
        int step = format.bytes();
        int stride = 2 * step + 3;
        byte[] pixels = new byte[2 * stride];
        byte[] orange = HexFormat.of().parseHex(pixel);
        System.arraycopy(orange, 0, pixels, step, step); // upper right
        System.arraycopy(orange, 0, pixels, stride, step); // lower left
        int[] shown = painted(new Frame(pixels, 2, 2, stride, format));
        assertArrayEquals(new int[] {0xFF000000, ORANGE, ORANGE, 0xFF000000}, shown);
    }

    @Test
    void greyIsGrey() {
        assertArrayEquals(new int[] {GREY}, painted(Frame.packed(new byte[] {(byte) 0x80}, 1, 1, PixelFormat.GRAY8)));
    }

    private int[] painted(Frame frame) {
        Preview preview = painter.paint(frame);
        int[] pixels = new int[preview.width() * preview.height()];
        preview.argb().get(0, pixels);
        return pixels;
    }
}
