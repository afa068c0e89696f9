package coderbased.qr.picture;

import java.util.Arrays;

/** Measures a picture as a whole: how bright it is, and whether anything in it is sharp. */
public final class LightMeter {

    private static final int REACH = 2;
    private static final int MIN_RANGE = 80;
    private static final double SOFT = 0.22;
    private static final double RARE = 0.001;

    private final int[] brightness = new int[256];
    private final int[] steps = new int[256];
    private int pixels;
    private int pairs;

    /** Takes every other row of a picture. */
    public void measure(GreyPlane plane) {
        Arrays.fill(brightness, 0);
        Arrays.fill(steps, 0);
        pixels = 0;
        pairs = 0;
        int width = plane.width();
        byte[] bytes = plane.pixels();
        for (int y = 0; y < plane.height(); y += 2) {
            for (int x = 0, at = y * width; x < width; x++, at++) {
                int value = bytes[at] & 0xff;
                brightness[value]++;
                if (x >= REACH) {
                    steps[Math.abs(value - (bytes[at - REACH] & 0xff))]++;
                    pairs++;
                }
            }
            pixels += width;
        }
    }

    /** Returns the share of the pixels whose brightness is in a range. */
    public double share(int from, int to) {
        int inside = 0;
        for (int value = from; value < to; value++) {
            inside += brightness[value];
        }
        return (double) inside / pixels;
    }

    /** True if the picture holds dark and light, but nowhere an edge between them. */
    public boolean isSoft() {
        int range = from(brightness, pixels) - (255 - from(reversed(), pixels));
        return range > MIN_RANGE && from(steps, pairs) < SOFT * range;
    }

    /** Returns the value that only a rare few exceed. */
    private static int from(int[] histogram, int count) {
        double left = RARE * count;
        for (int value = 255; value > 0; value--) {
            left -= histogram[value];
            if (left < 0) {
                return value;
            }
        }
        return 0;
    }

    private int[] reversed() {
        int[] reversed = new int[256];
        for (int value = 0; value < 256; value++) {
            reversed[value] = brightness[255 - value];
        }
        return reversed;
    }
}
