package coderbased.qr.bench;

import coderbased.camera.CameraChoice;
import coderbased.camera.CameraPipeline;
import coderbased.camera.CameraTrouble;
import coderbased.camera.Cameras;
import coderbased.camera.Look;
import coderbased.camera.Patience;
import coderbased.camera.PipelineListener;
import coderbased.camera.Preview;
import coderbased.demo.MjpegServer;
import coderbased.qr.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The whole way of a picture, by the clock on the wall: a camera that sends 1280 x 720 as MJPEG over HTTP, the driver,
 * the pipeline with its threads. How soon the first picture shows, and how many a second show and are looked at. The
 * camera sends a picture every 33 ms, just below 30 a second. Unlike the other tables this one depends on what else the
 * computer does.
 */
final class LiveCamera {

    private static final int SECONDS = 8;

    void print() throws IOException, InterruptedException {
        System.out.printf(
                "%nLive camera, MJPEG over HTTP at 1280 x 720, %d s each (wall clock)%n%-44s %10s %10s %12s %10s%n",
                SECONDS, "", "start, ms", "shown / s", "worst second", "decoded / s");
        for (var scene : Speed.scenes().entrySet()) {
            print(scene.getKey(), scene.getValue());
        }
    }

    private static void print(String name, Frame scene) throws IOException, InterruptedException {
        Cameras cameras = new Cameras(
                () -> {
                    throw new UnsupportedOperationException("no webcam is measured here");
                },
                Patience.STANDARD,
                InstantSource.system());
        Count count = new Count();
        try (MjpegServer server = new MjpegServer(0);
                CameraPipeline pipeline = cameras.pipeline(count)) {
            server.show(image(scene));
            long began = System.nanoTime();
            pipeline.start(cameras.camera(new CameraChoice.Network(server.address())));
            if (!count.first.await(10, TimeUnit.SECONDS)) {
                System.out.printf("%-44s no picture within 10 s%n", name);
                return;
            }
            long start = System.nanoTime() - began;
            List<int[]> seconds = new ArrayList<>();
            for (int second = 0; second < SECONDS; second++) {
                int[] before = count.now();
                Thread.sleep(1000);
                int[] after = count.now();
                seconds.add(new int[] {after[0] - before[0], after[1] - before[1]});
            }
            System.out.printf(
                    "%-44s %10.0f %10.1f %12d %10.1f%n",
                    name,
                    start / 1e6,
                    seconds.stream().mapToInt(each -> each[0]).average().orElse(0),
                    seconds.stream().mapToInt(each -> each[0]).min().orElse(0),
                    seconds.stream().mapToInt(each -> each[1]).average().orElse(0));
        }
    }

    private static BufferedImage image(Frame frame) {
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[frame.width()];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                row[x] = 0x010101 * (frame.pixels()[y * frame.stride() + x] & 0xff);
            }
            image.setRGB(0, y, frame.width(), 1, row, 0, frame.width());
        }
        return image;
    }

    /** Counts what the pipeline says. */
    private static final class Count implements PipelineListener {

        final CountDownLatch first = new CountDownLatch(1);
        private final int[] count = new int[2];

        synchronized int[] now() {
            return Arrays.copyOf(count, count.length);
        }

        @Override
        public void pictures() {}

        @Override
        public synchronized void preview(Preview picture) {
            count[0]++;
            first.countDown();
        }

        @Override
        public synchronized void looked(Look look) {
            count[1]++;
        }

        @Override
        public void trouble(CameraTrouble trouble) {
            System.out.println("  " + trouble.sentence());
        }
    }
}
