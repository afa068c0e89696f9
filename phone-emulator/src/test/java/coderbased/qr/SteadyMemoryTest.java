package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scanner may be left open for a day: what a frame costs in memory does not grow with the frames before it. */
class SteadyMemoryTest {

    /** Frames of one round: one as large as cameras give, some of middle size, the rest small and so many. */
    private static final int VARIETY = 80;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final QrReader reader = new QrReader();
    private final List<Frame> frames = frames();

    @Test
    void laterFramesAllocateNoMoreThanEarlierOnes() {
        round(4);
        long early = round(5);
        round(20);
        long late = round(5);
        assertTrue(late <= early * 1.05, "early " + early + ", late " + late + " bytes");
        long perFrame = late / (5L * VARIETY);
        assertTrue(perFrame < 200_000, perFrame + " bytes a frame");
    }

    @Test
    @Tag("nightly")
    void aMillionFramesLeaveTheMemoryAsItWas() {
        round(100);
        long before = used();
        round(1_000_000 / VARIETY);
        long after = used();
        assertTrue(after < before + 4_000_000, "before " + before + ", after " + after + " bytes");
    }

    /** Bytes allocated in so many rounds over all frames. */
    private long round(int rounds) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < rounds; i++) {
            for (Frame frame : frames) {
                assertTrue(reader.read(frame).readings().size() < 2);
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Frames with a code, without one, and with one that cannot be read. */
    private static List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < VARIETY; i++) {
            Random random = new Random(i);
            int height = i == 0 ? 720 : i % 40 == 5 ? 480 : 120;
            int width = height == 720 ? 1280 : height * 4 / 3;
            Card card = Card.of(OwnCode.text(random), ErrorCorrectionLevel.M, Card.LIGHT);
            Shot shot = new Shot(card, width, height).size(0.7).rotation(random.nextDouble() * 360);
            shot.faults().defocus(i % 16 == 4 ? 3 : 0.6).noise(i % 16 == 1 ? 60 : 3);
            frames.add(i % 16 == 3 ? Mutation.modules(3, width, height, random) : shot.take(random));
        }
        return frames;
    }
}
