package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.camera.Look;
import coderbased.phone.PlayedPhone;
import coderbased.protocol.QrText;
import coderbased.qr.QrReader;
import coderbased.qr.ReadResult;
import coderbased.qr.Reading;
import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes of any content, read and judged: only our own server's code is ever used. */
class ForeignCodesTest {

    private static final String OWN = PlayedPhone.ownCode();
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /** Kinds of texts that are not our own server's code, each random. */
    private static final List<Function<Random, String>> KINDS = List.of(
            random -> text(random, 1, 200, i -> (char) ('0' + i.nextInt(10))),
            random -> text(random, 1, 200, i -> ALPHANUMERIC.charAt(i.nextInt(ALPHANUMERIC.length()))),
            random -> text(random, 1, 150, i -> (char) i.nextInt(0x20)),
            random -> text(random, 1, 120, i -> (char) i.nextInt(0x100)),
            random -> text(random, 1, 60, i -> (char) (0x4e00 + i.nextInt(0x5000))),
            random -> text(random, 1, 60, i -> (char) i.nextInt(0xd800)),
            random -> text(random, 1, 30, i -> (char) (0x202a + i.nextInt(5))) + OWN,
            random -> "https://example.org/" + text(random, 1, 100, i -> (char) ('!' + i.nextInt(90))),
            random -> "WIFI:S:" + text(random, 1, 30, i -> (char) (' ' + i.nextInt(90))) + ";;",
            random -> "javascript:" + text(random, 1, 60, i -> (char) (' ' + i.nextInt(90))),
            random -> "CBC:" + text(random, 0, 60, i -> ALPHANUMERIC.charAt(i.nextInt(ALPHANUMERIC.length()))),
            random -> "CBC:1:" + text(random, 0, 36, i -> (char) ('0' + i.nextInt(10))),
            random -> OWN.substring(0, random.nextInt(OWN.length())),
            random -> OWN.substring(1 + random.nextInt(OWN.length() - 1)),
            random -> OWN + text(random, 1, 8, i -> (char) (' ' + i.nextInt(90))),
            random -> text(random, 1, 8, i -> (char) (1 + i.nextInt(90))) + OWN,
            random -> changed(OWN, random.nextInt("CBC:1:SERVER".length()), random),
            random -> OWN.toLowerCase(Locale.ROOT),
            random -> OWN.replace(':', '：'),
            random -> OWN + "\n" + OWN);

    private final QrReader reader = new QrReader();

    @Test
    void noForeignCodeIsUsed() {
        show(3, 1);
    }

    @Test
    @Tag("nightly")
    void noneOfFiveThousandForeignCodesIsUsed() {
        show(5_000 / KINDS.size(), 1_000_000);
    }

    @Test
    void codeOfTheOwnServerIsUsed() {
        assertInstanceOf(ScanVerdict.Ours.class, judge(OWN));
    }

    private void show(int rounds, long seed) {
        int read = 0;
        for (int i = 0; i < rounds * KINDS.size(); i++) {
            String text = KINDS.get(i % KINDS.size()).apply(new Random(seed + i));
            ScanVerdict verdict = text.isEmpty() ? new ScanVerdict.Nothing(coderbased.qr.Hint.NONE) : judge(text);
            assertFalse(verdict instanceof ScanVerdict.Ours, () -> "taken for our own: " + text);
            read += verdict instanceof ScanVerdict.NotOurs ? 1 : 0;
        }
        assertEquals(rounds * KINDS.size(), read, rounds, "codes that were read and named");
    }

    private ScanVerdict judge(String text) {
        Card card = Card.of(text, ErrorCorrectionLevel.M, Card.LIGHT);
        int height = 5 * card.size();
        Frame frame = new Shot(card, height * 4 / 3, height).size(0.8).take(new Random(text.length()));
        ReadResult result = reader.readThoroughly(frame);
        for (Reading reading : result.readings()) {
            assertEquals(plain(text), plain(reading.text()));
        }
        return ScanVerdict.of(
                new Look(result, frame.width(), frame.height(), true),
                said -> QrText.read(said, PlayedPhone.SERVER_ID));
    }

    /** Guesses of character sets differ: only printable ASCII has to come back as it was. */
    private static String plain(String text) {
        return text.replaceAll("[^!-~]", "");
    }

    private static String text(Random random, int least, int most, Function<Random, Character> character) {
        StringBuilder text = new StringBuilder();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            text.append(character.apply(random));
        }
        return text.toString();
    }

    /** Returns the text with another character at that place. */
    private static String changed(String text, int at, Random random) {
        char other = ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length()));
        char different = other == text.charAt(at) ? '!' : other;
        return text.substring(0, at) + different + text.substring(at + 1);
    }
}
