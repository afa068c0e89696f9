package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A phone held before a screen: 30 frames a second in which the code drifts, shakes, comes nearer and into focus,
 * with the blur that goes with it. How long from the first frame until a contender has read the code, its own work
 * included; while it works, frames are dropped as the camera pipeline drops them.
 */
final class HandHeld {

    private static final double FRAME_MS = 1000.0 / 30;
    private static final int FRAMES = 60;
    private static final double TIMEOUT_MS = FRAMES * FRAME_MS;

    /** Neighbouring seeds begin alike; multiplied they do not. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final int videos;
    private final Promises promises;

    HandHeld(int videos, Promises promises) {
        this.videos = videos;
        this.promises = promises;
    }

    void print() {
        System.out.printf("%nTime to first read, hand-held, %d videos (ms; never within 2 s counts as 2000)%n", videos);
        System.out.printf(
                "%-20s %-12s %8s %8s %8s %8s %8s%n", "", "camera", "median", "75 %", "90 %", "longest", "never");
        for (int[] size : new int[][] {{640, 480}, {1280, 720}}) {
            double median = print(Contender::stream, size[0], size[1]);
            promises.atMost(150, "ms to the first read, hand-held, median, at " + size[0] + " x " + size[1], median);
            print(Contender::stock, size[0], size[1]);
            print(Contender::sixTries, size[0], size[1]);
        }
    }

    /** Returns the median. */
    private double print(Supplier<Contender> contender, int width, int height) {
        double[] times = new double[videos];
        for (int i = 0; i < videos; i++) {
            times[i] = firstRead(contender.get(), i, width, height);
        }
        Arrays.sort(times);
        long never = Arrays.stream(times).filter(time -> time >= TIMEOUT_MS).count();
        System.out.printf(
                "%-20s %-12s %8.0f %8.0f %8.0f %8.0f %8d%n",
                contender.get().name(),
                width + " x " + height,
                times[videos / 2],
                times[videos * 3 / 4],
                times[videos * 9 / 10],
                times[videos - 1],
                never);
        return times[videos / 2];
    }

    private static double firstRead(Contender contender, int video, int width, int height) {
        Random hand = new Random(video * SCATTER);
        String text = OwnCode.text(hand);
        Card card = Card.of(
                text,
                hand.nextBoolean() ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M,
                hand.nextBoolean() ? Card.LIGHT : Card.DARK);
        Motion motion = new Motion(hand, width, height);
        double free = 0;
        for (int i = 0; i < FRAMES; i++) {
            motion.next();
            if (i * FRAME_MS < free) {
                continue;
            }
            Frame frame = motion.shoot(card);
            boolean[] read = {false};
            double took =
                    new Stopwatch().time(() -> read[0] = contender.read(frame).contains(text));
            free = i * FRAME_MS + took;
            if (read[0]) {
                return free;
            }
        }
        return TIMEOUT_MS;
    }

    /** The movement of a hand: a spring that is pushed at random. */
    private static final class Motion {

        private final Random hand;
        private final int width;
        private final int height;
        private final double tilt;
        private final double axis;
        private final double turn;
        private final double nearest;
        private double size;
        private double focus;
        private double x;
        private double y;
        private double speedX;
        private double speedY;

        Motion(Random hand, int width, int height) {
            this.hand = hand;
            this.width = width;
            this.height = height;
            tilt = hand.nextDouble() * 35;
            axis = hand.nextDouble() * 360;
            turn = hand.nextGaussian() * 12;
            nearest = 0.2 + hand.nextDouble() * 0.3;
            size = 0.7 * nearest;
            focus = (1 + 3 * hand.nextDouble()) * height / 480;
        }

        void next() {
            double push = height * 0.006;
            speedX = 0.85 * speedX - 0.02 * x + hand.nextGaussian() * push;
            speedY = 0.85 * speedY - 0.02 * y + hand.nextGaussian() * push;
            x += speedX;
            y += speedY;
            size += 0.1 * (nearest - size);
            focus += 0.15 * (0.7 - focus);
        }

        Frame shoot(Card card) {
            Shot shot = new Shot(card, width, height)
                    .size(size)
                    .tilt(tilt, axis)
                    .rotation(turn)
                    .move(x, y);
            double shutter = 0.6;
            shot.faults()
                    .defocus(focus)
                    .motion(shutter * Math.hypot(speedX, speedY), Math.toDegrees(Math.atan2(speedY, speedX)))
                    .noise(7)
                    .exposure(0.7)
                    .veil(0.15)
                    .moire(0.08)
                    .jpeg(70);
            return shot.take(hand);
        }
    }
}
