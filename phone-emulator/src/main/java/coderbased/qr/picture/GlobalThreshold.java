package coderbased.qr.picture;

import java.util.Arrays;

/**
 * One threshold for the whole picture: the one that splits its histogram into the two most distinct groups (Otsu 1979).
 * Reads what a local threshold breaks up: large modules, and light that is even.
 */
final class GlobalThreshold implements Binarizer {

    private final int[] histogram = new int[256];
    private double distinctness;

    @Override
    public void binarize(GreyPlane from, BitPlane to) {
        int count = from.width() * from.height();
        to.resize(from.width(), from.height());
        int threshold = threshold(from);
        byte[] pixels = from.pixels();
        byte[] bits = to.bits();
        for (int i = 0; i < count; i++) {
            bits[i] = (byte) (((pixels[i] & 0xff) - threshold) >>> 31);
        }
    }

    /**
     * Returns how distinct the two groups of a picture are: the share of the variance that lies between them. Two
     * brightnesses give 1, noise around a single one less than two thirds.
     */
    double distinctness(GreyPlane plane) {
        threshold(plane);
        return distinctness;
    }

    private int threshold(GreyPlane plane) {
        byte[] pixels = plane.pixels();
        int count = plane.width() * plane.height();
        Arrays.fill(histogram, 0);
        for (int i = 0; i < count; i++) {
            histogram[pixels[i] & 0xff]++;
        }
        long total = 0;
        double squares = 0;
        for (int value = 0; value < 256; value++) {
            total += (long) value * histogram[value];
            squares += (double) value * value * histogram[value];
        }
        long darkCount = 0;
        long darkSum = 0;
        double best = -1;
        int threshold = 128;
        for (int value = 0; value < 255; value++) {
            darkCount += histogram[value];
            darkSum += (long) value * histogram[value];
            long lightCount = count - darkCount;
            if (darkCount == 0 || lightCount == 0) {
                continue;
            }
            double gap = (double) darkSum / darkCount - (double) (total - darkSum) / lightCount;
            double spread = (double) darkCount * lightCount * gap * gap;
            if (spread > best) {
                best = spread;
                threshold = value + 1;
            }
        }
        double variance = squares / count - (double) total / count * total / count;
        distinctness = variance > 0 ? best / count / count / variance : 0;
        return threshold;
    }
}
