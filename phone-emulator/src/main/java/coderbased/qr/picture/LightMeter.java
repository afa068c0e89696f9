package coderbased.qr.picture;

import java.util.Arrays;

/** Measures a picture as a whole: how bright it is, how noisy, how sharp, and if something in it blinds the camera. */
public final class LightMeter {

    private static final int REACH = 2;
    private static final int MIN_RANGE = 80;
    private static final double SOFT = 0.27;
    private static final double RARE = 0.001;

    /** Share of the pixels beside a sharp edge from which a picture is full of them. */
    private static final double DETAILED = 0.03;

    /** Side of the blocks in which noise levels out, in pixels. */
    private static final int BLOCK = 8;

    /** Brightness of what is blown out. */
    private static final int BLOWN_OUT = 252;

    /** A border of a blown out part is soft if it is still so bright a few pixels on: paper ends at once. */
    private static final int STILL_BRIGHT = 200;

    private static final int BORDER = 4;
    private static final int MIN_RUN = 8;
    private static final double SOFT_BORDERS = 0.2;

    private final int[] brightness = new int[256];
    private final int[] blocks = new int[256];
    private final int[] across = new int[256];
    private final int[] down = new int[256];
    private int softBorders;
    private int hardBorders;

    /** Takes every other row of a picture. */
    public void measure(GreyPlane plane) {
        for (int[] histogram : new int[][] {brightness, blocks, across, down}) {
            Arrays.fill(histogram, 0);
        }
        softBorders = 0;
        hardBorders = 0;
        int width = plane.width();
        byte[] bytes = plane.pixels();
        for (int y = 0; y < plane.height(); y += 2) {
            int row = y * width;
            for (int x = 0, at = row; x < width; x++, at++) {
                int value = bytes[at] & 0xff;
                brightness[value]++;
                if (x >= REACH) {
                    across[Math.abs(value - (bytes[at - REACH] & 0xff))]++;
                }
                if (y >= REACH) {
                    down[Math.abs(value - (bytes[at - REACH * width] & 0xff))]++;
                }
            }
            measureBorders(bytes, row, width);
        }
        measureBlocks(plane);
    }

    private void measureBorders(byte[] bytes, int row, int width) {
        int run = 0;
        for (int at = row; at < row + width - BORDER; at++) {
            if ((bytes[at] & 0xff) >= BLOWN_OUT) {
                run++;
                continue;
            }
            if (run >= MIN_RUN) {
                boolean isSoft = true;
                for (int beyond = at; beyond <= at + BORDER; beyond++) {
                    isSoft &= (bytes[beyond] & 0xff) >= STILL_BRIGHT;
                }
                softBorders += isSoft ? 1 : 0;
                hardBorders += isSoft ? 0 : 1;
            }
            run = 0;
        }
    }

    private void measureBlocks(GreyPlane plane) {
        int width = plane.width();
        for (int top = 0; top + BLOCK <= plane.height(); top += BLOCK) {
            for (int left = 0; left + BLOCK <= width; left += BLOCK) {
                int sum = 0;
                for (int y = top; y < top + BLOCK; y += 2) {
                    for (int at = y * width + left, end = at + BLOCK; at < end; at++) {
                        sum += plane.pixels()[at] & 0xff;
                    }
                }
                blocks[2 * sum / (BLOCK * BLOCK)]++;
            }
        }
    }

    /** Returns the share of the pixels that are at least so bright. */
    public double share(int from) {
        return share(brightness, from, 256);
    }

    /** Returns the share of the picture that is darker than a brightness, noise left out. */
    public double darkShare(int to) {
        return share(blocks, 0, to);
    }

    /** Returns the share of the picture that is blown out. */
    public double blownOutShare() {
        return share(BLOWN_OUT);
    }

    /** True if what is blown out fades into its surroundings, as a reflection does. */
    public boolean isGlaring() {
        return softBorders > SOFT_BORDERS * (softBorders + hardBorders);
    }

    /** Returns the usual difference between neighbouring pixels: the noise of an even picture. */
    public int noise() {
        int left = sum(across) / 2;
        for (int step = 0; step < 256; step++) {
            left -= across[step];
            if (left <= 0) {
                return step;
            }
        }
        return 0;
    }

    /** True if the picture holds dark and light, but no edge between them across or none down. */
    public boolean isSoft() {
        int range = most(brightness) - (255 - most(reversed()));
        return range > MIN_RANGE && Math.min(most(across), most(down)) < SOFT * range;
    }

    /** True if the picture is full of sharp edges in both directions, as a page of text is. */
    public boolean isDetailed() {
        int half = (most(brightness) - (255 - most(reversed()))) / 2;
        return Math.min(share(across, half, 256), share(down, half, 256)) > DETAILED;
    }

    private static double share(int[] histogram, int from, int to) {
        int inside = 0;
        for (int value = from; value < to; value++) {
            inside += histogram[value];
        }
        return (double) inside / Math.max(1, sum(histogram));
    }

    /** Returns the value that only a rare few exceed. */
    private static int most(int[] histogram) {
        double left = RARE * sum(histogram);
        for (int value = 255; value > 0; value--) {
            left -= histogram[value];
            if (left < 0) {
                return value;
            }
        }
        return 0;
    }

    private static int sum(int[] histogram) {
        return Arrays.stream(histogram).sum();
    }

    private int[] reversed() {
        int[] reversed = new int[256];
        for (int value = 0; value < 256; value++) {
            reversed[value] = brightness[255 - value];
        }
        return reversed;
    }
}
