package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product's own code, a fifth of the frame high, however it is turned and up to 50 degrees tilted. */
class OwnCodeSeriesTest {

    private static final double SIZE = 0.2;
    private static final double MAX_TILT = 50;

    @ParameterizedTest(name = "{1} x {2}")
    @CsvSource({"80, 640, 480", "40, 1280, 720"})
    void isReadInTheFirstFrame(int shots, int width, int height) {
        shoot(shots, width, height, 1);
    }

    @Test
    @Tag("nightly")
    void isReadInTheFirstFrameAThousandTimes() {
        shoot(1000, 640, 480, 100_000);
        shoot(1000, 1280, 720, 200_000);
    }

    private static void shoot(int shots, int width, int height, long seed) {
        int read = 0;
        for (int i = 0; i < shots; i++) {
            Random random = new Random(seed + i);
            String text = OwnCode.text(random);
            var level = i % 2 == 0 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
            Card card = Card.of(text, level, i / 2 % 2 == 0 ? Card.LIGHT : Card.DARK);
            Shot shot = new Shot(card, width, height)
                    .size(SIZE)
                    .rotation(random.nextDouble() * 360)
                    .tilt(i % 3 == 0 ? MAX_TILT : random.nextDouble() * MAX_TILT, random.nextDouble() * 360);
            ReadResult first = new QrReader().read(shot.take(random));
            read += first.readings().stream().anyMatch(reading -> reading.text().equals(text)) ? 1 : 0;
        }
        assertTrue(read >= 0.99 * shots, "read " + read + " of " + shots);
    }
}
