package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.synthetic.OwnCode;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes in pictures of screens: sharp, with few pixels to a module, dark on light or light on dark. */
class PicturesOfScreensTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final QrReader reader = new QrReader();

    @ParameterizedTest
    @CsvSource({
        "1, 0, 255",
        "2, 0, 255",
        "3, 0, 255",
        "4, 0, 255",
        "1, 255, 0",
        "2, 255, 0",
        "3, 255, 0",
        "4, 255, 0",
        "3, 120, 90",
        "4, 30, 12",
        "6, 235, 200",
        "2, 225, 28"
    })
    void codeIsReadWhereverItIs(int pixels, int dark, int light) throws Exception {
        Random random = new Random(7L * pixels + dark);
        for (int i = 0; i < 6; i++) {
            String text = OwnCode.text(random);
            ReadResult result = reader.readThoroughly(screen(text, pixels, dark, light, random));
            assertEquals(
                    List.of(text), result.readings().stream().map(Reading::text).toList(), "picture " + i);
        }
    }

    private static Frame screen(String text, int pixels, int dark, int light, Random random) throws Exception {
        ByteMatrix code = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        byte[] screen = new byte[WIDTH * HEIGHT];
        Arrays.fill(screen, (byte) light);
        int side = (code.getWidth() + 8) * pixels;
        int left = random.nextInt(WIDTH - side) + 4 * pixels;
        int top = random.nextInt(HEIGHT - side) + 4 * pixels;
        for (int y = 0; y < code.getHeight() * pixels; y++) {
            for (int x = 0; x < code.getWidth() * pixels; x++) {
                boolean isDark = code.get(x / pixels, y / pixels) == 1;
                screen[(top + y) * WIDTH + left + x] = (byte) (isDark ? dark : light);
            }
        }
        return Frame.packed(screen, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }
}
