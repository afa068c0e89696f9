package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.Samples;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Frames a second on one core at 1280 x 720, with a code in view and with all kinds of nothing. */
final class Speed {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 60;

    private final List<Contender> contenders = List.of(Contender.stream(), Contender.stock(), Contender.sixTries());
    private final Promises promises;

    Speed(Promises promises) {
        this.promises = promises;
    }

    void print() {
        System.out.printf("%nSpeed at 1280 x 720, one core: frames a second over all frames (ms at 95 %%)%n");
        System.out.printf("%-44s", "");
        contenders.forEach(contender -> System.out.printf(" %20s", contender.name()));
        System.out.println();
        double slowest = Double.MAX_VALUE;
        for (var scene : scenes().entrySet()) {
            System.out.printf("%-44s", scene.getKey());
            for (Contender contender : contenders) {
                double perSecond = print(contender, scene.getValue());
                slowest = contender == contenders.getFirst() ? Math.min(slowest, perSecond) : slowest;
            }
            System.out.println();
        }
        promises.atLeast(25, "frames a second on one core at 1280 x 720, slowest scene", slowest);
    }

    private static double print(Contender contender, Frame frame) {
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < FRAMES / 2; i++) {
            contender.read(frame);
        }
        for (int i = 0; i < FRAMES; i++) {
            watch.time(() -> contender.read(frame));
        }
        System.out.printf(" %12.0f (%5.1f)", 1000 / watch.mean(), watch.percentile(0.95));
        return 1000 / watch.mean();
    }

    /** Returns the scenes that a camera may look at, by name. */
    static Map<String, Frame> scenes() {
        Map<String, Frame> scenes = new LinkedHashMap<>();
        Card card = Card.of(OwnCode.text(new Random(1)), ErrorCorrectionLevel.M, Card.LIGHT);
        scenes.put(
                "code, 20 % of the height",
                new Shot(card, WIDTH, HEIGHT).size(0.2).take(new Random(2)));
        scenes.put(
                "code, 50 % of the height",
                new Shot(card, WIDTH, HEIGHT).size(0.5).take(new Random(3)));
        scenes.put("no code: an even wall", noise(3));
        scenes.put("no code: noise of 15 grey levels", noise(15));
        Samples.folder()
                .ifPresent(folder -> Samples.load(folder).stream()
                        .filter(sample -> sample.texts().isEmpty())
                        .forEach(sample -> scenes.put(
                                "no code: " + sample.name().replace("negative/", "") + " tiled",
                                tiled(sample.frame()))));
        return scenes;
    }

    private static Frame noise(double levels) {
        Random random = new Random(4);
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, 130 + levels * random.nextGaussian()));
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }

    private static Frame tiled(Frame frame) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y * WIDTH + x] = frame.pixels()[y % frame.height() * frame.stride() + x % frame.width()];
            }
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }
}
