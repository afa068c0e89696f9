package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.QrReader;
import coderbased.qr.ReadResult;
import coderbased.qr.Reading;
import java.util.List;
import java.util.function.Function;

/** A reader of frames that is measured. */
interface Contender {

    String name();

    /** Returns the texts in a frame, the first of a stream. */
    List<String> read(Frame frame);

    /** Returns this product's reader for a single picture. */
    static Contender thorough() {
        QrReader reader = new QrReader();
        return of("this reader", frame -> texts(reader.readThoroughly(frame)));
    }

    /** Returns this product's reader as the camera uses it: one frame, nothing remembered. */
    static Contender firstFrame() {
        return of("this reader", frame -> texts(new QrReader().read(frame)));
    }

    /** Returns this product's reader in a stream: it remembers the frames before. */
    static Contender stream() {
        QrReader reader = new QrReader();
        return of("this reader", frame -> texts(reader.read(frame)));
    }

    /** Returns ZXing as its documentation starts: QRCodeReader with the hybrid binariser. */
    static Contender stock() {
        return of("zxing", frame -> StockZxing.hybrid(new StockZxing.Grey(frame)));
    }

    /** Returns ZXing tried in six ways until one reads. */
    static Contender sixTries() {
        return of("zxing, six tries", StockZxing::sixTries);
    }

    private static List<String> texts(ReadResult result) {
        return result.readings().stream().map(Reading::text).toList();
    }

    static Contender of(String name, Function<Frame, List<String>> reading) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> read(Frame frame) {
                return reading.apply(frame);
            }
        };
    }
}
