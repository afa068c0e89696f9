package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Corner;
import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrReaderTest {

    private static final String TEXT = "CBC:1:K7Q2ZM4XN5P3R6S2T7U4V5W3X2Y6Z7ABCDEF";

    private final QrReader reader = new QrReader();

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void readsEveryPixelFormatAndPaddedRows(PixelFormat format) {
        Frame frame = Frames.as(format, 13, shot(Card.LIGHT).take(new Random(1)));
        assertEquals(Set.of(TEXT), texts(reader.read(frame)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789",
                "HTTPS://EXAMPLE.ORG/A+B",
                "WIFI:S:guests;T:WPA;P:secret;;",
                "Grüße aus Köln, Привет, 你好",
                "x",
                "line one\nline two"
            })
    void readsTextsOfEveryKind(String text) {
        Card card = Card.of(text, ErrorCorrectionLevel.M, Card.LIGHT);
        assertEquals(Set.of(text), texts(reader.read(new Shot(card, 640, 480).take(new Random(2)))));
    }

    @Test
    void readsALargeCode() {
        String text = "Let Ada read this, and Bob. ".repeat(20);
        Card card = Card.of(text, ErrorCorrectionLevel.M, Card.LIGHT);
        Frame frame = new Shot(card, 1280, 720).size(0.8).tilt(20, 40).take(new Random(3));
        assertEquals(Set.of(text), texts(reader.readThoroughly(frame)));
    }

    @Test
    void readsACodeWithoutQuietZoneOnADarkCard() {
        Card card = Card.of(TEXT, ErrorCorrectionLevel.M, Card.DARK).withQuiet(0);
        Frame frame = new Shot(card, 640, 480).rotation(30).tilt(25, 70).take(new Random(4));
        assertEquals(Set.of(TEXT), texts(reader.read(frame)));
    }

    @Test
    void readsALightCodeOnADarkCardWithinAFewFrames() {
        Card card = Card.of(TEXT, ErrorCorrectionLevel.M, Card.DARK).inverse();
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            seen.addAll(texts(reader.read(new Shot(card, 640, 480).take(new Random(i)))));
        }
        assertEquals(Set.of(TEXT), seen);
    }

    @Test
    void readsALightCodeOnADarkCardInTheFirstFrame() {
        Card card = Card.of(TEXT, ErrorCorrectionLevel.M, Card.DARK).inverse();
        for (int i = 0; i < 5; i++) {
            Frame frame = new Shot(card, 640, 480).take(new Random(i));
            assertEquals(Set.of(TEXT), texts(new QrReader().read(frame)), "frame " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsALightCodeTwoFramesAfterItComesIntoView(int framesBefore) {
        Card card = Card.of(TEXT, ErrorCorrectionLevel.M, Card.DARK).inverse();
        Frame empty = Frame.packed(Frames.filled(1280 * 720, 28), 1280, 720, PixelFormat.GRAY8);
        for (int i = 0; i < framesBefore; i++) {
            reader.read(empty);
        }
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            seen.addAll(texts(reader.read(new Shot(card, 1280, 720).take(new Random(i)))));
        }
        assertEquals(Set.of(TEXT), seen);
    }

    @Test
    void readsALightCodeOfSlightContrastWithinTwelveFrames() {
        Card card = Card.of(TEXT, ErrorCorrectionLevel.M, Card.DARK).inverse();
        Shot shot = new Shot(card, 1280, 720).rotation(20);
        shot.faults().veil(0.85).noise(1.5);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            seen.addAll(texts(reader.read(shot.take(new Random(i)))));
        }
        assertEquals(Set.of(TEXT), seen);
    }

    @Test
    void readsAMirroredCode() {
        Frame frame = Frames.mirrored(shot(Card.LIGHT).take(new Random(5)));
        assertEquals(Set.of(TEXT), texts(reader.read(frame)));
    }

    @Test
    void readsAllCodesOfAPicture() {
        Card other = Card.of("another code", ErrorCorrectionLevel.Q, Card.LIGHT);
        Frame frame = Frames.beside(
                shot(Card.LIGHT).take(new Random(6)),
                new Shot(other, 640, 480).rotation(50).take(new Random(7)));
        assertEquals(Set.of(TEXT, "another code"), texts(reader.read(frame)));
    }

    @Test
    void readsASmallCodeBesideALargeOne() {
        Card other = Card.of("another code", ErrorCorrectionLevel.Q, Card.LIGHT);
        Frame frame = Frames.beside(
                new Shot(other, 640, 480).size(0.6).take(new Random(6)),
                shot(Card.LIGHT).size(0.13).rotation(20).take(new Random(7)));
        assertEquals(Set.of(TEXT, "another code"), texts(reader.read(frame)));
        assertEquals(Set.of(TEXT, "another code"), texts(reader.readThoroughly(frame)));
    }

    @Test
    void reportsTheOutlineOfTheCode() {
        Card card = Card.of(TEXT, ErrorCorrectionLevel.M, Card.LIGHT);
        Shot shot = new Shot(card, 1280, 720).size(0.5).rotation(90).move(100, -20);
        Outline outline =
                reader.read(shot.take(new Random(8))).readings().getFirst().outline();
        assertNear(740 + 180, 340 - 180, outline.topLeft());
        assertNear(740 + 180, 340 + 180, outline.topRight());
        assertNear(740 - 180, 340 + 180, outline.bottomRight());
        assertNear(740 - 180, 340 - 180, outline.bottomLeft());
    }

    @Test
    void theOutlineLiesOnTheCodesEdges() {
        for (int i = 0; i < 24; i++) {
            Card card = Card.of(i % 2 == 0 ? TEXT : "x", ErrorCorrectionLevel.L, Card.LIGHT);
            Shot shot = new Shot(card, 640, 480).size(0.3 + 0.02 * i);
            shot.faults().jpeg(90);
            Outline outline =
                    reader.read(shot.take(new Random(i))).readings().getFirst().outline();
            double half = 240 * (0.3 + 0.02 * i);
            assertNear(320 - half, 240 - half, outline.topLeft());
            assertNear(320 + half, 240 - half, outline.topRight());
            assertNear(320 + half, 240 + half, outline.bottomRight());
            assertNear(320 - half, 240 + half, outline.bottomLeft());
        }
    }

    @Test
    void hintsToMoveCloserIfModulesAreTooSmall() {
        assertEquals(Hint.MOVE_CLOSER, hintFor(shot(Card.LIGHT).size(0.075)));
    }

    @Test
    void hintsToHoldStillIfThePictureIsBlurred() {
        Shot shot = shot(Card.LIGHT);
        shot.faults().defocus(5.5);
        assertEquals(Hint.HOLD_STILL, hintFor(shot));
    }

    @Test
    void hintsAtDarknessIfNothingIsLit() {
        Shot shot = shot(Card.LIGHT);
        shot.faults().exposure(0.01);
        assertEquals(Hint.TOO_DARK, hintFor(shot));
    }

    @Test
    void darkScreenWithSomethingBrightOnItIsNotTooDark() {
        byte[] pixels = new byte[640 * 480];
        Arrays.fill(pixels, (byte) 18);
        for (int line = 0; line < 12; line++) {
            for (int x = 40; x < 240; x += 3) {
                pixels[(30 + 12 * line) * 640 + x] = (byte) 225;
                pixels[(31 + 12 * line) * 640 + x] = (byte) 225;
            }
        }
        assertEquals(
                Hint.NONE,
                reader.read(Frame.packed(pixels, 640, 480, PixelFormat.GRAY8)).hint());
    }

    @Test
    void hintsAtGlareIfAReflectionHidesTheCode() {
        Shot shot = shot(Card.LIGHT).size(0.6);
        shot.faults().glare(0.5).exposure(1.12);
        assertEquals(Hint.GLARE, hintFor(shot));
    }

    @Test
    void givesNoHintIfNothingLooksLikeACode() {
        Frame grey = Frame.packed(Frames.filled(640 * 480, 130), 640, 480, PixelFormat.GRAY8);
        assertEquals(new ReadResult(List.of(), Hint.NONE), reader.read(grey));
    }

    @Test
    void refusesAFrameThatIsShorterThanDeclared() {
        var tooShort = assertThrows(
                IllegalArgumentException.class, () -> Frame.packed(new byte[99], 10, 10, PixelFormat.GRAY8));
        assertEquals("The frame needs 100 bytes, the array holds 99", tooShort.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Frame(new byte[100], 10, 10, 9, PixelFormat.GRAY8));
        assertThrows(IllegalArgumentException.class, () -> new Frame(new byte[0], 0, 10, 0, PixelFormat.GRAY8));
    }

    private static Shot shot(int surroundings) {
        return new Shot(Card.of(TEXT, ErrorCorrectionLevel.M, surroundings), 640, 480);
    }

    /** Returns the hint that most of twenty frames give. */
    private Hint hintFor(Shot shot) {
        return IntStream.range(0, 20)
                .mapToObj(i -> reader.read(shot.take(new Random(i))))
                .peek(result -> assertEquals(List.of(), result.readings(), "nothing should be readable here"))
                .collect(Collectors.groupingBy(ReadResult::hint, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static Set<String> texts(ReadResult result) {
        return result.readings().stream().map(Reading::text).collect(Collectors.toSet());
    }

    /** Checks that a line drawn there lies on the code's edge. */
    private static void assertNear(double x, double y, Corner corner) {
        assertTrue(Math.hypot(corner.x() - x, corner.y() - y) < 1.5, corner + " is not near " + x + ", " + y);
    }
}
