package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Pictures of many kinds without a code, made from a seed. */
final class QuietScenes {

    private final int width;
    private final int height;
    private final Random random;
    private byte[] pixels = new byte[0];

    private QuietScenes(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        random = new Random(seed);
    }

    /** Returns one picture of each kind, by name. */
    static Map<String, Frame> of(int width, int height, long seed) {
        QuietScenes scenes = new QuietScenes(width, height, seed);
        Map<String, Frame> made = new LinkedHashMap<>();
        made.put("even wall, slight noise", scenes.wall(150, 3));
        made.put("noise", scenes.wall(130, 15));
        made.put("noise in the dark", scenes.wall(12, 6));
        made.put("page of text", scenes.text(235, 30));
        made.put("screen of text, light on dark", scenes.text(24, 220));
        made.put("clutter of boxes", scenes.boxes(700));
        made.put("boxes in boxes", scenes.nests(160));
        made.put("landscape", scenes.landscape());
        made.put("dots of a print", scenes.dots());
        made.put("stripes of barcodes", scenes.stripes());
        return made;
    }

    private Frame wall(int level, double noise) {
        fill(level);
        return frame(noise);
    }

    private Frame text(int paper, int ink) {
        fill(paper);
        int line = 10 + random.nextInt(6);
        for (int top = 20; top < height - 20; top += 2 * line) {
            for (int left = 20; left < width - 20; left += random.nextInt(9) == 0 ? line : line / 2) {
                for (int stroke = 0; stroke < 3; stroke++) {
                    boolean isUpright = random.nextBoolean();
                    int x = left + random.nextInt(1 + line / 4);
                    int y = top + random.nextInt(1 + line / 2);
                    box(x, y, isUpright ? 2 : line / 3, isUpright ? line / 2 : 2, ink);
                }
            }
        }
        return frame(3);
    }

    private Frame boxes(int count) {
        fill(128);
        for (int i = 0; i < count; i++) {
            int side = 3 + random.nextInt(90);
            box(random.nextInt(width), random.nextInt(height), side, 3 + random.nextInt(90), random.nextInt(256));
        }
        return frame(4);
    }

    /** Squares in squares, some in the proportions of a finder pattern. */
    private Frame nests(int count) {
        fill(200);
        for (int i = 0; i < count; i++) {
            int module = 2 + random.nextInt(7);
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            box(x, y, 7 * module, 7 * module, 30);
            box(x + module, y + module, 5 * module, 5 * module, 220);
            int core = 1 + random.nextInt(4);
            box(x + 2 * module, y + 2 * module, core * module, core * module, 30);
        }
        return frame(4);
    }

    private Frame landscape() {
        double[] light = new double[width * height];
        for (int cell = 128; cell >= 2; cell /= 2) {
            int wide = width / cell + 2;
            double[] knots = random.doubles((long) wide * (height / cell + 2), -0.5, 0.5).toArray();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double right = (double) (x % cell) / cell;
                    double below = (double) (y % cell) / cell;
                    int at = y / cell * wide + x / cell;
                    double upper = knots[at] + right * (knots[at + 1] - knots[at]);
                    double lower = knots[at + wide] + right * (knots[at + wide + 1] - knots[at + wide]);
                    light[y * width + x] += 1.3 * cell * (upper + below * (lower - upper));
                }
            }
        }
        fill(0);
        for (int i = 0; i < light.length; i++) {
            pixels[i] = clamped(128 + light[i]);
        }
        return frame(3);
    }

    private Frame dots() {
        fill(220);
        int pitch = 5 + random.nextInt(5);
        for (int y = 0; y < height; y += pitch) {
            for (int x = 0; x < width; x += pitch) {
                int side = 1 + random.nextInt(pitch);
                box(x, y, side, side, 40);
            }
        }
        return frame(3);
    }

    private Frame stripes() {
        fill(225);
        for (int top = 10; top < height; top += 60) {
            for (int x = 10; x < width - 10; x += 2 + random.nextInt(7)) {
                int wide = 1 + random.nextInt(5);
                box(x, top, wide, 44, 25);
                x += wide;
            }
        }
        return frame(3);
    }

    private void fill(int level) {
        pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) level);
    }

    private void box(int left, int top, int wide, int high, int level) {
        for (int y = Math.max(0, top); y < Math.min(height, top + high); y++) {
            Arrays.fill(
                    pixels,
                    y * width + Math.min(width, Math.max(0, left)),
                    y * width + Math.min(width, Math.max(0, left + wide)),
                    (byte) level);
        }
    }

    private Frame frame(double noise) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = clamped((pixels[i] & 0xff) + noise * random.nextGaussian());
        }
        return Frame.packed(pixels, width, height, PixelFormat.GRAY8);
    }

    private static byte clamped(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
