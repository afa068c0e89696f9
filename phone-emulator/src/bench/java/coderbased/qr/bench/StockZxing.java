package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.function.Supplier;

/** ZXing's own reader, unchanged, and the ways people try when it reads nothing. */
final class StockZxing {

    private StockZxing() {}

    /** A grey picture without padding. */
    record Grey(byte[] pixels, int width, int height) {

        Grey(Frame frame) {
            this(frame.pixels(), frame.width(), frame.height());
        }

        int at(int x, int y) {
            int column = Math.max(0, Math.min(width - 1, x));
            return pixels[Math.max(0, Math.min(height - 1, y)) * width + column] & 0xff;
        }

        LuminanceSource source() {
            return new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
        }
    }

    static List<String> hybrid(Grey grey) {
        return decode(new BinaryBitmap(new HybridBinarizer(grey.source())));
    }

    static List<String> sixTries(Frame frame) {
        Grey grey = new Grey(frame);
        List<Supplier<List<String>>> tries = List.of(
                () -> hybrid(grey),
                () -> decode(new BinaryBitmap(new GlobalHistogramBinarizer(grey.source()))),
                () -> hybrid(halved(grey)),
                () -> hybrid(blurred(grey)),
                () -> hybrid(doubled(grey)),
                () -> decode(new BinaryBitmap(new HybridBinarizer(grey.source().invert()))));
        return tries.stream()
                .map(Supplier::get)
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> decode(BinaryBitmap bitmap) {
        try {
            return List.of(new QRCodeReader().decode(bitmap).getText());
        } catch (ReaderException | RuntimeException _) {
            return List.of();
        }
    }

    private static Grey halved(Grey grey) {
        Grey half = empty(Math.max(1, grey.width / 2), Math.max(1, grey.height / 2));
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                int sum = grey.at(2 * x, 2 * y)
                        + grey.at(2 * x + 1, 2 * y)
                        + grey.at(2 * x, 2 * y + 1)
                        + grey.at(2 * x + 1, 2 * y + 1);
                half.pixels[y * half.width + x] = (byte) (sum / 4);
            }
        }
        return half;
    }

    private static Grey blurred(Grey grey) {
        Grey blurred = empty(grey.width, grey.height);
        for (int y = 0; y < grey.height; y++) {
            for (int x = 0; x < grey.width; x++) {
                int sum = 0;
                for (int i = 0; i < 9; i++) {
                    sum += grey.at(x + i % 3 - 1, y + i / 3 - 1);
                }
                blurred.pixels[y * grey.width + x] = (byte) (sum / 9);
            }
        }
        return blurred;
    }

    private static Grey doubled(Grey grey) {
        Grey doubled = empty(2 * grey.width, 2 * grey.height);
        for (int y = 0; y < doubled.height; y++) {
            for (int x = 0; x < doubled.width; x++) {
                int besideX = x / 2 + (x % 2 == 0 ? -1 : 1);
                int besideY = y / 2 + (y % 2 == 0 ? -1 : 1);
                int near = 3 * grey.at(x / 2, y / 2) + grey.at(besideX, y / 2);
                int far = 3 * grey.at(x / 2, besideY) + grey.at(besideX, besideY);
                doubled.pixels[y * doubled.width + x] = (byte) ((3 * near + far) / 16);
            }
        }
        return doubled;
    }

    private static Grey empty(int width, int height) {
        return new Grey(new byte[width * height], width, height);
    }
}
