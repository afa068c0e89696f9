package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Several codes in one picture: all are read, whatever their number, size and colours. */
class CrowdsTest {

    private static final int QUIET = 2;

    private final Set<String> texts = new TreeSet<>();

    @Test
    void twentyCodesCloseTogetherAreReadInAPictureFile() throws WriterException {
        Frame frame = grey(5 * 260, 4 * 260);
        for (int i = 0; i < 20; i++) {
            paint(frame, "code " + i, 260 * (i % 5), 260 * (i / 5), 9, false);
        }
        assertEquals(texts, read(new QrReader().readThoroughly(frame)));
    }

    @Test
    void nineCodesAreReadInOneFrameOfAStream() throws WriterException {
        Frame frame = grey(3 * 210, 3 * 210);
        for (int i = 0; i < 9; i++) {
            paint(frame, "code " + i, 210 * (i % 3), 210 * (i / 3), 8, false);
        }
        assertEquals(texts, read(new QrReader().read(frame)));
    }

    @Test
    void aSmallAndAnInvertedCodeAreReadBesideALargeOne() throws WriterException {
        Frame frame = grey(1200, 700);
        paint(frame, "large and dark on light", 20, 20, 20, false);
        paint(frame, "small", 700, 60, 3, false);
        paint(frame, "light on dark", 760, 300, 6, true);
        assertEquals(texts, read(new QrReader().readThoroughly(frame)));
    }

    private static Frame grey(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 150);
        return Frame.packed(pixels, width, height, PixelFormat.GRAY8);
    }

    private void paint(Frame frame, String text, int left, int top, int module, boolean inverted)
            throws WriterException {
        texts.add(text);
        ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        int side = (modules.getWidth() + 2 * QUIET) * module;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / module - QUIET;
                int row = y / module - QUIET;
                boolean isInside = Math.min(column, row) >= 0 && Math.max(column, row) < modules.getWidth();
                boolean isDark = (isInside && modules.get(column, row) == 1) != inverted;
                frame.pixels()[(top + y) * frame.width() + left + x] = (byte) (isDark ? 20 : 240);
            }
        }
    }

    private static Set<String> read(ReadResult result) {
        return result.readings().stream().map(Reading::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
