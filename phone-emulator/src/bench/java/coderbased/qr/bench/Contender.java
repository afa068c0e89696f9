package coderbased.qr.bench;

import coderbased.qr.Frame;
import coderbased.qr.QrReader;
import coderbased.qr.ReadResult;
import coderbased.qr.Reading;
import java.util.List;
import java.util.function.Function;

/** Something that reads frames and is measured. */
interface Contender {

    String name();

    /** The texts in a frame, the first of a stream. */
    List<String> read(Frame frame);

    /** This product's reader, given a single picture. */
    static Contender thorough() {
        QrReader reader = new QrReader();
        return of("this reader", frame -> texts(reader.readThoroughly(frame)));
    }

    /** This product's reader as the camera uses it: one frame, nothing remembered. */
    static Contender firstFrame() {
        return of("this reader", frame -> texts(new QrReader().read(frame)));
    }

    /** This product's reader in a stream: it remembers the frames before. */
    static Contender stream() {
        QrReader reader = new QrReader();
        return of("this reader", frame -> texts(reader.read(frame)));
    }

    /** ZXing as its documentation starts: QRCodeReader with the hybrid binariser. */
    static Contender stock() {
        return of("zxing", frame -> StockZxing.hybrid(new StockZxing.Grey(frame)));
    }

    /** ZXing tried six ways until one reads. */
    static Contender sixTries() {
        return of("zxing, six tries", StockZxing::sixTries);
    }

    private static List<String> texts(ReadResult result) {
        return result.readings().stream().map(Reading::text).toList();
    }

    private static Contender of(String name, Function<Frame, List<String>> reading) {
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
