package coderbased.phone;

import coderbased.fx.program.HeapReturn;
import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The memory of a phone that scans and then rests, in megabytes: of the process (Linux) and of the heap.
 *
 * <p>Arguments: seconds of scanning, seconds of rest, and "plain" to leave the heap as {@code java -jar} sets it.
 */
public final class ScannerMemory {

    private ScannerMemory() {}

    public static void main(String[] args) throws Exception {
        int scanning = Integer.parseInt(args[0]);
        int rest = Integer.parseInt(args[1]);
        if (args.length == 2) {
            HeapReturn.begin();
        }
        System.out.println("scanning " + LiveScanner.watch(Map.of("desk", desk()), scanning));
        System.out.println("after " + scanning + " s of scanning: " + now());
        for (int waited = 0; waited < rest; waited += 10) {
            TimeUnit.SECONDS.sleep(10);
            System.out.println("after " + (waited + 10) + " s of rest: " + now());
        }
        System.exit(0);
    }

    private static String now() throws IOException {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return "process " + resident() + ", heap " + (heap.getCommitted() >> 20) + ", used " + (heap.getUsed() >> 20);
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status) ? -1 : Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }

    /** Returns a picture without a code and with much to look at. */
    private static Frame desk() {
        int width = 1280;
        int height = 720;
        byte[] pixels = new byte[width * height];
        Random random = new Random(7);
        for (int i = 0; i < 900; i++) {
            int left = random.nextInt(width - 60);
            int top = random.nextInt(height - 60);
            int bottom = top + 8 + random.nextInt(50);
            byte grey = (byte) random.nextInt(256);
            for (int y = top; y < bottom; y++) {
                int from = y * width + left;
                Arrays.fill(pixels, from, from + 10 + i % 50, grey);
            }
        }
        return Frame.packed(pixels, width, height, PixelFormat.GRAY8);
    }
}
