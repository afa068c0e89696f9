package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hint for each kind of picture that cannot be read, and that it stays. */
class HintsTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final String TEXT = "CBC:1:K7Q2ZM4XN5P3R6S2T7U4V5W3X2Y6Z7ABCDEF";

    /** Frames until every view had its turn. */
    private static final int FRAMES = 12;

    /** Pictures of one scene, which differ as the frames of a hand-held camera do. */
    private static final int PICTURES = 2;

    private interface Scene {

        Frame take(Random random);
    }

    private static final Map<String, Hint> HINTS = new LinkedHashMap<>();
    private static final Map<String, Scene> SCENES = new LinkedHashMap<>();

    static {
        add("black", Hint.TOO_DARK, random -> noise(0, 0, random));
        add("covered camera", Hint.TOO_DARK, random -> noise(6, 4, random));
        add("dark room", Hint.TOO_DARK, random -> noise(12, 8, random));
        add("dark room, much noise", Hint.TOO_DARK, random -> noise(14, 22, random));
        add("dark room, coarse noise", Hint.TOO_DARK, random -> coarse(noise(14, 34, random)));
        add("dark room with a code", Hint.TOO_DARK, random -> {
            Shot shot = shot(0.4);
            shot.faults().exposure(0.05).noise(9);
            return shot.take(random);
        });
        add("white", Hint.GLARE, random -> noise(255, 0, random));
        add("lamp", Hint.GLARE, random -> noise(262, 3, random));
        for (double radius : new double[] {0.35, 0.5, 0.8}) {
            add("glare over the code, " + radius, Hint.GLARE, random -> {
                Shot shot = shot(0.5);
                shot.faults().glare(radius);
                return shot.take(random);
            });
        }
        add("overexposed code", Hint.GLARE, random -> {
            Shot shot = shot(0.5);
            shot.faults().glare(0.5).exposure(1.3);
            return shot.take(random);
        });
        add("tiny code", Hint.MOVE_CLOSER, random -> shot(0.075).take(random));
        add(
                "tiny code, bright room",
                Hint.MOVE_CLOSER,
                random -> shot(Card.LIGHT, 0.075).take(random));
        add("code out of focus", Hint.HOLD_STILL, random -> {
            Shot shot = shot(0.4);
            shot.faults().defocus(5.5);
            return shot.take(random);
        });
        for (double angle : new double[] {0, 35, 90}) {
            add("moving code, " + angle, Hint.HOLD_STILL, random -> {
                Shot shot = shot(0.4);
                shot.faults().motion(22, angle);
                return shot.take(random);
            });
        }
        add("room", Hint.NONE, HintsTest::room);
        add("wall", Hint.NONE, random -> noise(150, 3, random));
        add("bright wall", Hint.NONE, random -> noise(235, 4, random));
        add("wall, much noise", Hint.NONE, random -> noise(120, 25, random));
        add("dark screen of text", Hint.NONE, random -> screen(18, 225, random));
        add("white page of text", Hint.NONE, random -> screen(255, 20, random));
        add(
                "code half outside, left",
                Hint.NONE,
                random -> shot(0.5).move(-320, 0).take(random));
        add(
                "code half outside, below",
                Hint.NONE,
                random -> shot(0.5).move(0, 240).take(random));
    }

    private static void add(String name, Hint hint, Scene scene) {
        HINTS.put(name, hint);
        SCENES.put(name, scene);
    }

    static Stream<String> scenes() {
        return SCENES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everySceneHasItsHint(String scene) {
        film(scene, 1, new Random(scene.hashCode()));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @Tag("nightly")
    void everySceneHasItsHintInOtherPicturesToo(String scene) {
        for (int i = 0; i < 12; i++) {
            film(scene, 0.75, new Random(i));
        }
    }

    private static void film(String scene, double share, Random random) {
        List<Frame> pictures = Stream.generate(() -> SCENES.get(scene).take(random))
                .limit(PICTURES)
                .toList();
        QrReader reader = new QrReader();
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            ReadResult result = reader.read(pictures.get(i % PICTURES));
            assertEquals(List.of(), result.readings(), "read after all");
            hints.add(result.hint());
        }
        Hint expected = HINTS.get(scene);
        List<Hint> later = hints.subList(FRAMES / 2, FRAMES);
        long right = later.stream().filter(hint -> hint == expected).count();
        assertTrue(right >= share * later.size(), scene + ": " + hints);
        assertTrue(hints.stream().allMatch(hint -> hint == expected || hint == Hint.NONE), scene + ": " + hints);
    }

    private static Shot shot(double size) {
        return shot(Card.DARK, size);
    }

    private static Shot shot(int surroundings, double size) {
        return new Shot(Card.of(TEXT, ErrorCorrectionLevel.M, surroundings), WIDTH, HEIGHT).size(size);
    }

    private static Frame noise(double level, double deviation, Random random) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = grey(level + deviation * random.nextGaussian());
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }

    /** Returns a picture as a camera that doubles its pixels gives it. */
    private static Frame coarse(Frame frame) {
        byte[] pixels = frame.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            pixels[i] = frame.pixels()[(y - y % 2) * WIDTH + x - x % 2];
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }

    private static Frame room(Random random) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 170);
        for (int box = 0; box < 250; box++) {
            int left = random.nextInt(WIDTH);
            int top = random.nextInt(HEIGHT);
            int right = Math.min(WIDTH, left + 3 + random.nextInt(90));
            byte level = (byte) random.nextInt(256);
            for (int y = top; y < Math.min(HEIGHT, top + 3 + random.nextInt(3) + 60); y++) {
                Arrays.fill(pixels, y * WIDTH + left, y * WIDTH + right, level);
            }
        }
        return noisy(pixels, random);
    }

    private static Frame screen(int paper, int ink, Random random) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) paper);
        for (int top = 20; top < HEIGHT - 20; top += 18) {
            for (int x = 20; x < WIDTH - 20; x += 2 + random.nextInt(6)) {
                for (int y = top; y < top + 4 + random.nextInt(8); y++) {
                    pixels[y * WIDTH + x] = (byte) ink;
                }
            }
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }

    private static Frame noisy(byte[] pixels, Random random) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = grey((pixels[i] & 0xFF) + 3 * random.nextGaussian());
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }

    private static byte grey(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
