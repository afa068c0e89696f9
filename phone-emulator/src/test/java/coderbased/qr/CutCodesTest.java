package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes of which one side lies outside the picture or under a frame around it: error correction knows the rest. */
class CutCodesTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final double CODE = 0.6 * HEIGHT;
    private static final int BAR = 40;

    /** The letters and digits that versions 1 to 7 hold at levels L, M, Q and H (ISO/IEC 18004, table 7). */
    private static final int[][] CAPACITY = {
        {25, 47, 77, 114, 154, 195, 224},
        {20, 38, 61, 90, 122, 154, 178},
        {16, 29, 47, 67, 87, 108, 125},
        {10, 20, 35, 50, 64, 84, 93}
    };

    /** A side of the picture, with the way to it. */
    private enum Side {
        LEFT(-1, 0),
        RIGHT(1, 0),
        TOP(0, -1),
        BOTTOM(0, 1);

        private final int x;
        private final int y;

        Side(int x, int y) {
            this.x = x;
            this.y = y;
        }
    }

    /** The bar that hides the side of the code, if one does. */
    private enum Cover {
        NONE(0),
        DARK(20),
        LIGHT(235);

        private final int level;

        Cover(int level) {
            this.level = level;
        }
    }

    private record Case(int version, ErrorCorrectionLevel level, Side side, double share, Cover cover) {}

    @ParameterizedTest
    @EnumSource(Side.class)
    void codeCutByTheBorderIsRead(Side side) {
        for (double share : new double[] {0.04, 0.08}) {
            Case cut = new Case(3, ErrorCorrectionLevel.M, side, share, Cover.NONE);
            assertEquals(List.of(text(3, ErrorCorrectionLevel.M)), read(cut, 3, 0, new Random(1)), cut.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Cover.class)
    void codeUnderABarIsRead(Cover cover) {
        for (Side side : Side.values()) {
            Case cut = new Case(3, ErrorCorrectionLevel.M, side, 0.04, cover);
            assertEquals(List.of(text(3, cut.level)), read(cut, 0, 0, new Random(2)), cut.toString());
        }
    }

    @ParameterizedTest(name = "{0}, {1} of the width, {2} read")
    @CsvSource({
        "NONE, 0, 0.99",
        "NONE, 0.04, 0.94",
        "NONE, 0.06, 0.85",
        "NONE, 0.08, 0.7",
        "LIGHT, 0, 0.98",
        "LIGHT, 0.04, 0.94",
        "LIGHT, 0.08, 0.7",
        "DARK, 0, 0.98",
        "DARK, 0.04, 0.8",
        "DARK, 0.08, 0.6"
    })
    @Tag("nightly")
    void mostOfASeriesAreReadAndNothingElse(Cover cover, double share, double least) {
        List<Case> unread = new ArrayList<>();
        int pictures = 0;
        for (int version = 1; version <= 5; version++) {
            for (ErrorCorrectionLevel level : ErrorCorrectionLevel.values()) {
                for (Side side : Side.values()) {
                    Case cut = new Case(version, level, side, share, cover);
                    Random random = new Random(version);
                    double rotation = pictures % 3 == 0 ? 0 : 10 * random.nextDouble() - 5;
                    List<String> texts = read(cut, rotation, pictures++ % 3 == 2 ? 20 : 0, random);
                    assertTrue(List.of(text(version, level)).containsAll(texts), "a false text: " + texts);
                    if (texts.isEmpty()) {
                        unread.add(cut);
                    }
                }
            }
        }
        assertTrue(unread.size() <= (1 - least) * pictures, unread.size() + " of " + pictures + ": " + unread);
    }

    private static List<String> read(Case cut, double rotation, double tilt, Random random) {
        return new QrReader()
                .read(picture(cut, rotation, tilt, random)).readings().stream()
                        .map(Reading::text)
                        .toList();
    }

    /** Returns a picture with a share of the code's width behind a side, or behind a bar along that side. */
    private static Frame picture(Case cut, double rotation, double tilt, Random random) {
        Side side = cut.side;
        int bar = cut.cover == Cover.NONE ? 0 : BAR;
        double reach = (0.5 - cut.share) * CODE + bar;
        Card card = Card.of(text(cut.version, cut.level), cut.level, Card.LIGHT);
        Frame frame = new Shot(card, WIDTH, HEIGHT)
                .size(CODE / HEIGHT)
                .rotation(rotation)
                .tilt(tilt, 360 * random.nextDouble())
                .move(side.x * (WIDTH / 2.0 - reach), side.y * (HEIGHT / 2.0 - reach))
                .take(random);
        int left = side == Side.RIGHT ? WIDTH - bar : 0;
        int top = side == Side.BOTTOM ? HEIGHT - bar : 0;
        for (int y = top; y < (side == Side.TOP ? bar : HEIGHT) && bar > 0; y++) {
            Arrays.fill(frame.pixels(), y * WIDTH + left, y * WIDTH + (side == Side.LEFT ? bar : WIDTH), (byte)
                    cut.cover.level);
        }
        return frame;
    }

    /** Returns capital letters that fill a version at a level. */
    private static String text(int version, ErrorCorrectionLevel level) {
        return new Random(version)
                .ints(CAPACITY[level.ordinal()][version - 1], 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
