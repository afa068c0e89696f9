package coderbased.qr.bench;

import coderbased.qr.Samples;
import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Any folder of pictures, each folder below it a set: how many pictures are read, and how many texts in them, by the
 * first frame of a stream, within {@value #STREAM} frames and as a picture file; beside ZXing and, if named, another
 * program. Arguments: the folder; the longest side that a picture is scaled to (0 for no scaling); n, to take
 * every n-th picture of a set; the other program, which takes the path of a PGM picture and prints each text on a line
 * of its own.
 *
 * <p>No truth is needed: a text that two different readers read is taken for one. What only this reader reads, where
 * others read something else, is listed as doubtful, and so is all it reads in a set whose name begins with {@code
 * false} or {@code negative}.
 */
public final class FolderTable {

    private static final int STREAM = 12;
    private static final String ALL = "~ all";

    private final int side;
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<String, int[]> pictures = new TreeMap<>();
    private final Map<String, int[]> texts = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    private FolderTable(String[] arguments) {
        side = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1024;
        contenders.add(Contender.of("first frame", Contender.firstFrame()::read));
        contenders.add(Contender.of("within " + STREAM, FolderTable::stream));
        contenders.add(Contender.of("as a file", Contender.thorough()::read));
        contenders.add(Contender.stock());
        contenders.add(Contender.sixTries());
        if (arguments.length > 3) {
            contenders.add(OtherProgram.at(Path.of(arguments[3])));
        }
    }

    public static void main(String[] arguments) throws IOException {
        FolderTable table = new FolderTable(arguments);
        Path folder = Path.of(arguments[0]);
        int step = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            for (int i = 0; i < all.size(); i += step) {
                table.read(folder, all.get(i));
            }
        }
        table.print();
    }

    private void read(Path folder, Path file) {
        BufferedImage image;
        try {
            image = ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        if (image == null) {
            return;
        }
        Frame frame = Samples.frame(scaled(image));
        List<Set<String>> read = new ArrayList<>();
        for (Contender contender : contenders) {
            Set<String> plain = new LinkedHashSet<>();
            contender.read(frame).forEach(text -> plain.add(text.replaceAll("[^!-~]", "")));
            read.add(plain);
        }
        String set = folder.relativize(file).getParent() == null ? "" : folder.relativize(file).getParent().toString();
        count(set, read);
        remark(set, folder.relativize(file).toString(), read);
    }

    private void count(String set, List<Set<String>> read) {
        for (String row : List.of(set, ALL)) {
            int[] some = pictures.computeIfAbsent(row, _ -> new int[contenders.size() + 1]);
            int[] all = texts.computeIfAbsent(row, _ -> new int[contenders.size()]);
            some[contenders.size()]++;
            for (int i = 0; i < read.size(); i++) {
                some[i] += read.get(i).isEmpty() ? 0 : 1;
                all[i] += read.get(i).size();
            }
        }
    }

    private void remark(String set, String name, List<Set<String>> read) {
        Set<String> own = new LinkedHashSet<>();
        read.subList(0, 3).forEach(own::addAll);
        Set<String> others = new HashSet<>();
        read.subList(3, read.size()).forEach(others::addAll);
        boolean isEmpty = set.contains("false") || set.contains("negative");
        Set<String> alone = new LinkedHashSet<>(own);
        alone.removeAll(others);
        if (!alone.isEmpty() && (isEmpty || !others.isEmpty())) {
            remarks.add("doubtful " + name + " " + alone + (isEmpty ? "" : " beside " + others));
        }
        Set<String> missed = new LinkedHashSet<>(others);
        missed.removeAll(read.get(1));
        if (!missed.isEmpty()) {
            remarks.add("missed " + missed.size() + " in " + name + ", " + counts(read));
        }
    }

    private static String counts(List<Set<String>> read) {
        return Arrays.toString(read.stream().mapToInt(Set::size).toArray());
    }

    private BufferedImage scaled(BufferedImage image) {
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int wide = side == 0 || scale >= 1 ? image.getWidth() : (int) Math.round(image.getWidth() * scale);
        int high = side == 0 || scale >= 1 ? image.getHeight() : (int) Math.round(image.getHeight() * scale);
        BufferedImage from = image;
        while (from.getWidth() >= 2 * wide) { // halves first: each pixel counts
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return drawn(from, wide, high);
    }

    private static BufferedImage drawn(BufferedImage image, int wide, int high) {
        BufferedImage grey = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D to = grey.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        to.setColor(java.awt.Color.WHITE);
        to.fillRect(0, 0, wide, high);
        to.drawImage(image, 0, 0, wide, high, null);
        to.dispose();
        return grey;
    }

    /** Returns what is read of a hand-held camera that sees the picture: each frame is moved a little, and noisy. */
    private static List<String> stream(Frame still) {
        Contender reader = Contender.stream();
        java.util.Random hand = new java.util.Random(1);
        Set<String> read = new LinkedHashSet<>(reader.read(still));
        for (int i = 1; i < STREAM && read.isEmpty(); i++) {
            read.addAll(reader.read(moved(still, hand)));
        }
        return List.copyOf(read);
    }

    private static Frame moved(Frame still, java.util.Random hand) {
        double dx = 4 * hand.nextDouble();
        double dy = 4 * hand.nextDouble();
        int width = still.width();
        int height = still.height();
        byte[] moved = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double grey = sample(still, Math.min(width - 1.001, x + dx), Math.min(height - 1.001, y + dy));
                double noisy = grey + 3 * (hand.nextDouble() + hand.nextDouble() + hand.nextDouble() - 1.5);
                moved[y * width + x] = (byte) Math.max(0, Math.min(255, Math.round(noisy)));
            }
        }
        return Frame.packed(moved, width, height, PixelFormat.GRAY8);
    }

    private static double sample(Frame frame, double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double across = x - left;
        int at = top * frame.width() + left;
        byte[] pixels = frame.pixels();
        double above = (pixels[at] & 0xFF) * (1 - across) + (pixels[at + 1] & 0xFF) * across;
        int below = at + frame.width();
        double under = (pixels[below] & 0xFF) * (1 - across) + (pixels[below + 1] & 0xFF) * across;
        return above + (under - above) * (y - top);
    }

    private void print() {
        System.out.printf("%n%-32s %8s", "pictures read / texts, by set", "pictures");
        contenders.forEach(contender -> System.out.printf(" %17s", contender.name()));
        System.out.println();
        pictures.forEach((set, some) -> {
            System.out.printf("%-32s %8d", set.replace("~ ", ""), some[contenders.size()]);
            for (int i = 0; i < contenders.size(); i++) {
                System.out.printf(" %17s", some[i] + " / " + texts.get(set)[i]);
            }
            System.out.println();
        });
        System.out.printf("%-32s %8s", "all, % of the pictures", "");
        int[] all = pictures.get(ALL);
        for (int i = 0; i < contenders.size(); i++) {
            System.out.printf(" %17.1f", 100.0 * all[i] / all[contenders.size()]);
        }
        System.out.println();
        remarks.forEach(System.out::println);
    }
}
