package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.CodeStyle;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Codes that readers fail at, made from a seed: each kind by name, as a maker of one picture. */
final class HardCodes {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** A picture and the texts of its codes. */
    record Picture(Frame frame, List<String> texts) {}

    /** Makes one picture of a kind. */
    interface Kind {

        Picture make(Random random);
    }

    private HardCodes() {}

    static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("plain, tilted", random -> shot(own(random), 0.2, 0.6, 45, random));
        kinds.put("small, 2 px a module", random -> shot(own(random), 0.09, 0.11, 20, random));
        kinds.put("noise, blur, glare", HardCodes::spoiled);
        kinds.put("light on dark", random -> shot(inverse(random), 0.15, 0.6, 40, random));
        kinds.put("light on dark, low contrast", random -> veiled(inverse(random), 0.85, random));
        kinds.put("dark on light, low contrast", random -> veiled(own(random), 0.85, random));
        for (double pixels : new double[] {1, 1.5, 2, 3, 4}) {
            kinds.put("screen, " + pixels + " px a module", random -> screen(pixels, 225, 30, random));
            kinds.put("screen, light on dark, " + pixels + " px", random -> screen(pixels, 30, 225, random));
            kinds.put("screen, faint, light on dark, " + pixels + " px", random -> screen(pixels, 30, 48, random));
        }
        kinds.put("version 10 to 15", random -> shot(dense(10, 15, random), 0.6, 0.85, 25, random));
        kinds.put("version 16 to 25", random -> shot(dense(16, 25, random), 0.75, 0.9, 15, random));
        kinds.put("version 26 to 40", random -> shot(dense(26, 40, random), 0.85, 0.92, 6, random));
        kinds.put("dots", random -> shot(own(random).styled(CodeStyle.DOTS), 0.2, 0.6, 30, random));
        kinds.put("dots, round finder patterns", random -> shot(
                own(random).styled(CodeStyle.ROUND), 0.2, 0.6, 30, random));
        kinds.put("cut by 8 % at an edge", HardCodes::cut);
        kinds.put("two to nine codes", HardCodes::several);
        return kinds;
    }

    private record Told(String text, Card card) {

        Told styled(CodeStyle style) {
            return new Told(text, card.styled(style));
        }
    }

    private static Told own(Random random) {
        String text = OwnCode.text(random);
        ErrorCorrectionLevel level = random.nextBoolean() ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
        return new Told(text, Card.of(text, level, random.nextBoolean() ? Card.LIGHT : Card.DARK));
    }

    private static Told inverse(Random random) {
        String text = OwnCode.text(random);
        return new Told(text, Card.of(text, ErrorCorrectionLevel.M, Card.DARK).inverse());
    }

    private static Told dense(int from, int to, Random random) {
        int version = from + random.nextInt(to - from + 1);
        StringBuilder text = new StringBuilder();
        // Alphanumeric characters that fit at level M, nearly: 0.48 for each data module of a version.
        int characters = (int) (0.06 * (17 + 4 * version) * (17 + 4 * version) - 3 * version);
        while (text.length() < characters) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return new Told(text.toString(), Card.of(text.toString(), ErrorCorrectionLevel.M, Card.LIGHT));
    }

    private static Shot posed(Told code, double least, double most, double tilt, Random random) {
        double size = least + (most - least) * random.nextDouble();
        double roomX = Math.max(0, WIDTH - 1.3 * size * HEIGHT) / 2;
        double roomY = Math.max(0, HEIGHT - 1.3 * size * HEIGHT) / 2;
        Shot shot = new Shot(code.card(), WIDTH, HEIGHT)
                .size(size)
                .rotation(random.nextDouble() * (size > 0.7 ? 12 : 360))
                .tilt(random.nextDouble() * tilt, random.nextDouble() * 360)
                .move((2 * random.nextDouble() - 1) * roomX, (2 * random.nextDouble() - 1) * roomY);
        shot.faults().noise(2 + 4 * random.nextDouble()).jpeg(random.nextBoolean() ? 100 : 75);
        return shot;
    }

    private static Picture shot(Told code, double least, double most, double tilt, Random random) {
        return new Picture(posed(code, least, most, tilt, random).take(random), List.of(code.text()));
    }

    private static Picture veiled(Told code, double veil, Random random) {
        Shot shot = posed(code, 0.2, 0.6, 30, random);
        shot.faults().veil(veil).noise(1.5).jpeg(100);
        return new Picture(shot.take(random), List.of(code.text()));
    }

    private static Picture spoiled(Random random) {
        Told code = own(random);
        Shot shot = posed(code, 0.3, 0.6, 25, random);
        switch (random.nextInt(4)) {
            case 0 -> shot.faults().noise(14 + 10 * random.nextDouble());
            case 1 -> shot.faults().defocus(1.5 + 1.5 * random.nextDouble());
            case 2 -> shot.faults().motion(3 + 4 * random.nextDouble(), 360 * random.nextDouble());
            default -> shot.faults().glare(0.12 + 0.08 * random.nextDouble());
        }
        return new Picture(shot.take(random), List.of(code.text()));
    }

    /** A sharp code somewhere on a screen; where a module is no whole number of pixels, its edges are mixed. */
    private static Picture screen(double pixels, int paper, int ink, Random random) {
        String text = OwnCode.text(random);
        Card card = Card.of(text, ErrorCorrectionLevel.M, paper);
        byte[] screen = new byte[WIDTH * HEIGHT];
        Arrays.fill(screen, (byte) paper);
        int side = (int) Math.ceil(card.size() * pixels);
        int left = 10 + random.nextInt(WIDTH - side - 20);
        int top = 10 + random.nextInt(HEIGHT - side - 20);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double share = 0;
                for (int i = 0; i < 16; i++) {
                    int u = (int) ((x + 0.125 + 0.25 * (i % 4)) / pixels);
                    int v = (int) ((y + 0.125 + 0.25 * (i / 4)) / pixels);
                    boolean isInside = u < card.size() && v < card.size();
                    share += isInside ? card.modules().get(u, v) / 16.0 : 0;
                }
                screen[(top + y) * WIDTH + left + x] = (byte) Math.round(paper + share * (ink - paper));
            }
        }
        return new Picture(Frame.packed(screen, WIDTH, HEIGHT, PixelFormat.GRAY8), List.of(text));
    }

    /** A code at a side of the picture that hides 8 % of it: the side away from most finder patterns. */
    private static Picture cut(Random random) {
        String text = OwnCode.text(random);
        Card card = Card.of(text, ErrorCorrectionLevel.Q, Card.LIGHT);
        double size = 0.4 + 0.3 * random.nextDouble();
        boolean isRight = random.nextBoolean();
        double out = 0.42 * size * HEIGHT;
        Shot shot = new Shot(card, WIDTH, HEIGHT)
                .size(size)
                .move(isRight ? WIDTH / 2.0 - out : 0, isRight ? 0 : HEIGHT / 2.0 - out);
        return new Picture(shot.take(random), List.of(text));
    }

    private static Picture several(Random random) {
        int columns = 2 + random.nextInt(2);
        int rows = 1 + random.nextInt(3);
        int wide = WIDTH / columns;
        int high = HEIGHT / rows;
        byte[] pixels = new byte[WIDTH * HEIGHT];
        String[] texts = new String[columns * rows];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = OwnCode.text(random);
            Card card = Card.of(texts[i], ErrorCorrectionLevel.M, Card.LIGHT);
            Frame one = new Shot(card, wide, high)
                    .size((0.4 + 0.2 * random.nextDouble()) * Math.min(1, (double) wide / high))
                    .rotation(360 * random.nextDouble())
                    .tilt(25 * random.nextDouble(), 360 * random.nextDouble())
                    .take(random);
            for (int y = 0; y < high; y++) {
                int to = (i / columns * high + y) * WIDTH + i % columns * wide;
                System.arraycopy(one.pixels(), y * wide, pixels, to, wide);
            }
        }
        return new Picture(Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8), List.of(texts));
    }
}
