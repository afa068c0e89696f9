package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of many modules: a flat grid does not reach all of them, and a frame of one costs no more than another. */
class DenseCodesTest {

    /** Samples of the picture that one candidate of the largest size may cost beyond the bound. */
    private static final long ONE_MORE = 2_000_000;

    @ParameterizedTest(name = "version {0}, bent by {1} degrees")
    @CsvSource({"20, 45", "25, 35", "30, 40", "40, 45"})
    void bentCodeIsReadInTheFirstFrame(int version, int bend) {
        Random random = new Random(version);
        String text = text(version, random);
        Frame frame = shot(text, 640, 480).bend(bend).take(random);
        assertEquals(List.of(text), texts(new QrReader().read(frame)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void aCodeThatCannotBeReadCostsABoundedAmountOfWork(int version) {
        Random random = new Random(version);
        Shot shot = shot(text(version, random), 640, 480);
        shot.faults().cover(0.3);
        Frame frame = shot.take(random);
        QrReader reader = new QrReader();
        for (int i = 0; i < 4; i++) {
            assertEquals(List.of(), texts(reader.read(frame)));
            long work = reader.work();
            assertTrue(work <= QrReader.WORK_LIVE + ONE_MORE, "frame " + i + ": " + work);
        }
        assertEquals(List.of(), texts(reader.readThoroughly(frame)));
        assertTrue(reader.work() <= QrReader.WORK_THOROUGH + ONE_MORE, "file: " + reader.work());
    }

    @ParameterizedTest(name = "{1} x {2}")
    @CsvSource({"120, 640, 480", "120, 1280, 720", "60, 1920, 1080"})
    @Tag("nightly")
    void nearlyAllOfASeriesAreRead(int shots, int width, int height) {
        int read = 0;
        for (int i = 0; i < shots; i++) {
            Random random = new Random(9000 + i);
            int version = 10 + i % (width == 640 ? 16 : 31);
            String text = text(version, random);
            double modules = 17 + 4 * version;
            Shot shot = shot(text, width, height)
                    .size(Math.min(0.84, (2.5 + 2.5 * random.nextDouble()) * modules / height))
                    .tilt(12 * random.nextDouble(), 360 * random.nextDouble());
            switch (i % 4) {
                case 0 -> shot.bend(35 * random.nextDouble());
                case 1 -> shot.faults().noise(4 + 12 * random.nextDouble());
                case 2 -> shot.faults().exposure(0.2 + 0.3 * random.nextDouble());
                default -> shot.faults().jpeg(60);
            }
            read += texts(new QrReader().read(shot.take(random))).contains(text) ? 1 : 0;
        }
        assertTrue(read >= 0.95 * shots, "read " + read + " of " + shots);
    }

    private static Shot shot(String text, int width, int height) {
        return new Shot(Card.of(text, ErrorCorrectionLevel.M, Card.LIGHT), width, height)
                .size(0.84)
                .rotation(3);
    }

    /** Returns capital letters that nearly fill a version at level M. */
    private static String text(int version, Random random) {
        int size = 17 + 4 * version;
        int characters = (int) (0.06 * size * size) - 3 * version;
        return random.ints(characters, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> texts(ReadResult result) {
        return result.readings().stream().map(Reading::text).toList();
    }
}
