package coderbased.fx.emoji;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reduces a picture to 256 colours with transparency (median cut, split where the error is largest). */
final class Palette {

    private static final int COLOURS = 256;

    private final List<Box> boxes = new ArrayList<>();

    private Palette(Map<Integer, Integer> counts) {
        List<Colour> all = new ArrayList<>();
        counts.forEach((argb, count) -> all.add(Colour.of(argb, count)));
        all.sort(Comparator.comparingInt(Colour::argb));
        boxes.add(new Box(all));
        while (boxes.size() < COLOURS) {
            Box worst = boxes.stream().max(Comparator.comparingDouble(Box::error)).orElseThrow();
            if (worst.error() == 0) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(worst.split());
        }
    }

    static BufferedImage reduce(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int argb : pixels(image)) {
            counts.merge(argb, 1, Integer::sum);
        }
        Palette palette = new Palette(counts);
        IndexColorModel colours = palette.model();
        BufferedImage reduced =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] pixels = pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i], palette::nearest);
            reduced.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, index);
        }
        return reduced;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private int nearest(int argb) {
        Colour wanted = Colour.of(argb, 1);
        int best = 0;
        for (int i = 1; i < boxes.size(); i++) {
            if (wanted.distance(boxes.get(i).mean()) < wanted.distance(boxes.get(best).mean())) {
                best = i;
            }
        }
        return best;
    }

    private IndexColorModel model() {
        int[] argb = boxes.stream().mapToInt(box -> box.mean().argb()).toArray();
        return new IndexColorModel(8, argb.length, argb, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    /** A colour with its weight; red, green and blue are multiplied by the opacity, so that clear pixels are alike. */
    private record Colour(int argb, int count, double[] parts) {

        static Colour of(int argb, int count) {
            double alpha = (argb >>> 24) / 255.0;
            double[] parts = {
                argb >>> 24, (argb >> 16 & 255) * alpha, (argb >> 8 & 255) * alpha, (argb & 255) * alpha
            };
            return new Colour(argb, count, parts);
        }

        double distance(Colour other) {
            double sum = 0;
            for (int i = 0; i < parts.length; i++) {
                sum += (parts[i] - other.parts[i]) * (parts[i] - other.parts[i]);
            }
            return sum;
        }
    }

    /** Colours that share one entry of the palette. */
    private static final class Box {

        private final List<Colour> colours;
        private final double[] mean = new double[4];
        private final double[] spread = new double[4];

        Box(List<Colour> colours) {
            this.colours = colours;
            double weight = colours.stream().mapToInt(Colour::count).sum();
            for (int i = 0; i < mean.length; i++) {
                int part = i;
                mean[i] = colours.stream().mapToDouble(c -> c.parts()[part] * c.count()).sum() / weight;
                spread[i] = colours.stream()
                        .mapToDouble(c -> Math.pow(c.parts()[part] - mean[part], 2) * c.count())
                        .sum();
            }
        }

        double error() {
            return colours.size() == 1 ? 0 : spread[0] + spread[1] + spread[2] + spread[3];
        }

        Colour mean() {
            int alpha = (int) Math.round(mean[0]);
            double scale = mean[0] == 0 ? 0 : 255 / mean[0];
            int argb = alpha << 24;
            for (int i = 1; i < mean.length; i++) {
                argb |= Math.min(255, (int) Math.round(mean[i] * scale)) << 8 * (3 - i);
            }
            return new Colour(argb, 1, mean);
        }

        List<Box> split() {
            int axis = 0;
            for (int i = 1; i < spread.length; i++) {
                axis = spread[i] > spread[axis] ? i : axis;
            }
            int widest = axis;
            List<Colour> low = colours.stream().filter(c -> c.parts()[widest] <= mean[widest]).toList();
            List<Colour> high = colours.stream().filter(c -> c.parts()[widest] > mean[widest]).toList();
            return high.isEmpty() || low.isEmpty() ? halves() : List.of(new Box(low), new Box(high));
        }

        private List<Box> halves() {
            int half = colours.size() / 2;
            return List.of(new Box(colours.subList(0, half)), new Box(colours.subList(half, colours.size())));
        }
    }
}
