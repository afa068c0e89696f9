package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.finders.FinderSearch;
import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.picture.View;
import coderbased.qr.picture.Views;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames full of shapes that chance makes alike to finder patterns: they cost little and are no code. */
class QuietFramesTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int LITTLE = 1_000_000;
    private static final int FEW = 60;
    private static final int PITCH = 9;

    private final Random random = new Random(20);

    @Test
    void dotsOfAPrintAreNotTakenForBentCodes() {
        for (int round = 0; round < 3; round++) {
            Frame frame = dots();
            QrReader reader = new QrReader();
            assertEquals(List.of(), reader.readThoroughly(frame).readings());
            assertTrue(reader.work() < LITTLE, "cost " + reader.work());
        }
    }

    @Test
    void lettersEndTheSearchForFinderPatterns() {
        Frame frame = letters();
        Views views = new Views();
        views.load(frame, Views.middle(WIDTH, HEIGHT));
        FinderSearch search = new FinderSearch();
        search.find(views.plane(View.FULL), views.binarizer(View.FULL), 1000, true);
        int found = search.dark().size() + search.light().size();
        assertTrue(found > 0 && found < FEW, "found " + found);
    }

    private Frame dots() {
        byte[] pixels = filled(220);
        for (int y = 0; y < HEIGHT; y += PITCH) {
            for (int x = 0; x < WIDTH; x += PITCH) {
                int side = 1 + random.nextInt(PITCH);
                box(pixels, x, y, side, side, 40);
            }
        }
        return frame(pixels);
    }

    private Frame letters() {
        byte[] pixels = filled(24);
        int line = 14;
        for (int top = 20; top < HEIGHT - 20; top += 2 * line) {
            for (int left = 20; left < WIDTH - 20; left += random.nextInt(9) == 0 ? line : line / 2) {
                for (int stroke = 0; stroke < 3; stroke++) {
                    boolean isUpright = random.nextBoolean();
                    int x = left + random.nextInt(1 + line / 4);
                    int y = top + random.nextInt(1 + line / 2);
                    box(pixels, x, y, isUpright ? 2 : line / 3, isUpright ? line / 2 : 2, 220);
                }
            }
        }
        return frame(pixels);
    }

    private static byte[] filled(int level) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) level);
        return pixels;
    }

    private static void box(byte[] pixels, int left, int top, int wide, int high, int level) {
        for (int y = top; y < Math.min(HEIGHT, top + high); y++) {
            Arrays.fill(pixels, y * WIDTH + left, y * WIDTH + Math.min(WIDTH, left + wide), (byte) level);
        }
    }

    private Frame frame(byte[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            double noisy = (pixels[i] & 0xff) + 3 * random.nextGaussian();
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(noisy)));
        }
        return Frame.packed(pixels, WIDTH, HEIGHT, PixelFormat.GRAY8);
    }
}
