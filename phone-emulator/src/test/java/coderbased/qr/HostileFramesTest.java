package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames made to break a reader: it may read nothing, but it never fails and never invents a text. */
class HostileFramesTest {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;

    /** Frames made from one photograph; no multiple of the number of mutations, so that each meets each reader. */
    private static final int SAME_SHOT = 11;

    private final QrReader reader = new QrReader();
    private String text = "";
    private Frame photograph = Mutation.modules(4, WIDTH, HEIGHT, new Random(0));

    @Test
    void mutatedFramesGiveTheirTextOrNothing() {
        int read = mutate(400, 1);
        assertTrue(read > 40, "too few frames stay readable for the test to say much: " + read);
    }

    @Test
    void randomFramesGiveNothing() {
        randomFrames(200, 2);
    }

    @Test
    void framesOfAnyShapeAreAccepted() {
        Random random = new Random(3);
        for (int width = 1; width < 40; width += 3) {
            for (int height = 1; height < 40; height += 4) {
                byte[] pixels = new byte[width * height];
                random.nextBytes(pixels);
                Frame frame = Frame.packed(pixels, width, height, PixelFormat.GRAY8);
                assertEquals(List.of(), reader.read(frame).readings());
                assertEquals(List.of(), reader.readThoroughly(frame).readings());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "3, 5000, 0", "5000, 3, 1", "1, 3000, 7", "3000, 1, 0", "641, 7, 3", "63, 65, 1"})
    void longAndThinFramesAreAccepted(int width, int height, int padding) {
        Random random = new Random(width);
        for (PixelFormat format : PixelFormat.values()) {
            int stride = width * format.bytes() + padding;
            byte[] pixels = new byte[stride * height];
            random.nextBytes(pixels);
            Frame frame = new Frame(pixels, width, height, stride, format);
            assertEquals(List.of(), reader.read(frame).readings());
            assertEquals(List.of(), reader.readThoroughly(frame).readings());
        }
    }

    @Test
    void sizeOfTheFramesMayChangeAtAnyTime() {
        Random random = new Random(4);
        read(72, 72, random);
        read(128, 40, random);
        for (int i = 0; i < 150; i++) {
            boolean isWide = random.nextBoolean();
            int length = 20 + random.nextInt(400);
            int breadth = 8 + random.nextInt(60);
            read(isWide ? length : breadth, isWide ? breadth : length, random);
        }
    }

    private void read(int width, int height, Random random) {
        Frame frame = Mutation.modules(1 + random.nextInt(4), width, height, random);
        assertEquals(List.of(), reader.read(frame).readings(), width + " x " + height);
        if (random.nextInt(4) == 0) {
            assertEquals(List.of(), reader.readThoroughly(frame).readings(), width + " x " + height);
        }
    }

    @Test
    @Tag("nightly")
    void hundredThousandFramesGiveTheirTextOrNothing() {
        assertTrue(mutate(70_000, 1_000_000) > 7_000);
        randomFrames(30_000, 2_000_000);
    }

    /** Spoils each photograph in several ways, one after the other on copies of it. */
    private int mutate(int frames, long seed) {
        int read = 0;
        for (int i = 0; i < frames; i++) {
            if (i % SAME_SHOT == 0) {
                photograph(seed + i);
            }
            Random random = new Random(seed + i);
            Frame frame = Frame.packed(photograph.pixels().clone(), WIDTH, HEIGHT, PixelFormat.GRAY8);
            Mutation.values()[i % Mutation.values().length].spoil(frame, random);
            ReadResult result = i % SAME_SHOT < 2 ? reader.readThoroughly(frame) : reader.read(frame);
            for (Reading reading : result.readings()) {
                assertEquals(text, reading.text(), "frame " + (seed + i));
                read++;
            }
        }
        return read;
    }

    private void photograph(long seed) {
        Random random = new Random(seed);
        text = random.nextInt(3) == 0 ? "A" + random.nextInt(100) : OwnCode.text(random);
        var levels = ErrorCorrectionLevel.values();
        Card card = Card.of(text, levels[random.nextInt(levels.length)], random.nextBoolean() ? Card.LIGHT : Card.DARK);
        photograph = new Shot(card, WIDTH, HEIGHT)
                .size(0.4 + 0.4 * random.nextDouble())
                .rotation(random.nextDouble() * 360)
                .tilt(random.nextDouble() * 40, random.nextDouble() * 360)
                .take(random);
    }

    private void randomFrames(int frames, long seed) {
        for (int i = 0; i < frames; i++) {
            Random random = new Random(seed + i);
            Frame frame = Mutation.modules(1 + random.nextInt(6), 160, 120, random);
            assertEquals(List.of(), reader.read(frame).readings(), "frame " + (seed + i));
        }
    }
}
