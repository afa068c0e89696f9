package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.CodeStyle;
import coderbased.qr.synthetic.CodeStyle.Finders;
import coderbased.qr.synthetic.CodeStyle.Modules;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes as designers draw them: round finder patterns, dots for modules, a picture in the middle. */
class StyledCodesTest {

    private record Picture(String text, Frame frame) {}

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MODULES")
    void everyShapeOfFinderPatternsIsReadInTheFirstFrame(Finders finders) {
        for (Modules modules : Modules.values()) {
            Random random = new Random(modules.ordinal());
            Picture picture = picture(new CodeStyle(modules, finders, 0), 0.45, 0.55, random);
            assertEquals(Set.of(picture.text()), texts(new QrReader().read(picture.frame())), modules.name());
        }
    }

    @Test
    void roundCodeWithAPictureInTheMiddleIsRead() {
        Card card = Card.of("WIFI:S:guests;T:WPA;P:secret;;", ErrorCorrectionLevel.H, Card.DARK)
                .styled(CodeStyle.ROUND.withLogo(0.24));
        for (Card each : List.of(card, card.inverse())) {
            Frame frame = new Shot(each, 640, 480).rotation(50).tilt(30, 10).take(new Random(1));
            assertEquals(Set.of("WIFI:S:guests;T:WPA;P:secret;;"), texts(new QrReader().readThoroughly(frame)));
        }
    }

    @Test
    @Tag("nightly")
    void stylesAreReadInAllSizesAndPoses() {
        List<String> unread = new ArrayList<>();
        int pictures = 0;
        for (Finders finders : Finders.values()) {
            for (Modules modules : Modules.values()) {
                boolean isBroken = finders == Finders.MODULES && modules != Modules.SQUARES;
                for (int i = 0; i < 20 && !isBroken; i++) {
                    Random random = new Random(1000L * finders.ordinal() + 50 * modules.ordinal() + i);
                    double logo = i % 2 == 0 ? 0 : 0.22;
                    Picture picture = picture(new CodeStyle(modules, finders, logo), 0.3, 0.7, random);
                    Set<String> texts = texts(new QrReader().read(picture.frame()));
                    assertTrue(Set.of(picture.text()).containsAll(texts), "a false text: " + texts);
                    pictures++;
                    if (texts.isEmpty()) {
                        unread.add(finders + " " + modules + " " + i);
                    }
                }
            }
        }
        assertTrue(unread.size() <= 0.03 * pictures, unread.size() + " of " + pictures + " are unread: " + unread);
    }

    private static Picture picture(CodeStyle style, double least, double most, Random random) {
        ErrorCorrectionLevel level =
                style.logo() > 0 ? ErrorCorrectionLevel.H : ErrorCorrectionLevel.values()[random.nextInt(4)];
        String text = random.nextBoolean() ? OwnCode.text(random) : "WIFI:S:" + random.nextLong() + ";T:WPA;P:x;;";
        Card card = Card.of(text, level, random.nextBoolean() ? Card.LIGHT : Card.DARK)
                .styled(style);
        Shot shot = new Shot(random.nextInt(4) == 0 ? card.inverse() : card, 640, 480)
                .size(least + (most - least) * random.nextDouble())
                .rotation(random.nextDouble() * 360)
                .tilt(35 * random.nextDouble(), 360 * random.nextDouble());
        shot.faults().noise(1 + 4 * random.nextDouble()).jpeg(random.nextBoolean() ? 100 : 80);
        return new Picture(text, shot.take(random));
    }

    private static Set<String> texts(ReadResult result) {
        return Set.copyOf(result.readings().stream().map(Reading::text).toList());
    }
}
