package coderbased.qr.bench;

import coderbased.qr.Samples;
import coderbased.qr.picture.Frame;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Several codes in one picture: how many of their texts are read. Arguments: pictures a row (default 20); another
 * program that reads, as {@link FolderTable} takes it.
 */
public final class CrowdTable {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final int STREAM = 12;

    /** @param margin light modules around each code */
    private record Row(String name, int columns, int rows, double margin, double turn, double mix, double inverted) {}

    private static final List<Row> ROWS = List.of(
            new Row("2, of one size", 2, 1, 4, 0, 0, 0),
            new Row("4, of one size", 2, 2, 4, 0, 0, 0),
            new Row("9, of one size", 3, 3, 4, 0, 0, 0),
            new Row("9, tight", 3, 3, 1.5, 0, 0, 0),
            new Row("9, turned", 3, 3, 4, 360, 0, 0),
            new Row("2, of many sizes, turned", 2, 1, 4, 360, 1, 0),
            new Row("4, of many sizes, turned", 2, 2, 4, 360, 1, 0),
            new Row("9, of many sizes, turned", 3, 3, 4, 360, 1, 0),
            new Row("2, one inverted", 2, 1, 4, 20, 0.3, 0.5),
            new Row("9, some inverted", 3, 3, 4, 20, 0.3, 0.4),
            new Row("20, tight", 5, 4, 2, 5, 0.2, 0));

    private CrowdTable() {}

    public static void main(String[] arguments) throws WriterException {
        int pictures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.of("first frame", Contender.firstFrame()::read));
        contenders.add(Contender.of("within " + STREAM, CrowdTable::stream));
        contenders.add(Contender.of("as a file", Contender.thorough()::read));
        if (arguments.length > 1) {
            contenders.add(OtherProgram.at(Path.of(arguments[1])));
        }
        System.out.printf("%-28s %8s", "texts read, of several codes", "texts");
        contenders.forEach(contender -> System.out.printf(" %22s", contender.name() + " (ms)"));
        System.out.println();
        for (Row row : ROWS) {
            print(row, pictures, contenders);
        }
    }

    private static void print(Row row, int pictures, List<Contender> contenders) throws WriterException {
        int[] read = new int[contenders.size()];
        int[] falsely = new int[contenders.size()];
        long[] nanos = new long[contenders.size()];
        int texts = 0;
        for (int i = 0; i < pictures; i++) {
            Set<String> wanted = new HashSet<>();
            Frame frame = draw(row, new Random(31 * i + row.name().hashCode()), wanted);
            texts += wanted.size();
            for (int c = 0; c < contenders.size(); c++) {
                long start = System.nanoTime();
                Set<String> found = new HashSet<>(contenders.get(c).read(frame));
                nanos[c] += System.nanoTime() - start;
                int all = found.size();
                found.retainAll(wanted);
                read[c] += found.size();
                falsely[c] += all - found.size();
            }
        }
        System.out.printf("%-28s %8d", row.name(), texts);
        for (int c = 0; c < contenders.size(); c++) {
            String wrong = falsely[c] == 0 ? "" : " FALSE " + falsely[c];
            System.out.printf(" %22s", read[c] + " (" + nanos[c] / pictures / 1_000_000 + ")" + wrong);
        }
        System.out.println();
    }

    private static List<String> stream(Frame frame) {
        Contender reader = Contender.stream();
        Set<String> read = new HashSet<>();
        for (int i = 0; i < STREAM; i++) {
            read.addAll(reader.read(frame));
        }
        return List.copyOf(read);
    }

    private static Frame draw(Row row, Random random, Set<String> texts) throws WriterException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(150, 150, 150));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        double cell = Math.min((double) WIDTH / row.columns(), (double) HEIGHT / row.rows());
        for (int i = 0; i < row.columns() * row.rows(); i++) {
            String filling = "x".repeat(random.nextInt(row.mix() > 0 ? 120 : 20));
            String text = "code " + i + " " + filling + random.nextInt(9999);
            texts.add(text);
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            double turned = row.turn() > 45 ? Math.sqrt(2) : 1.15;
            double most = cell / (row.turn() == 0 ? 1 : turned) / (modules.getWidth() + 2 * row.margin());
            double module = Math.max(2.2, most * (1 - row.mix() * 0.7 * random.nextDouble()));
            AffineTransform place = new AffineTransform();
            place.translate(
                    (i % row.columns() + 0.5) * WIDTH / row.columns(), (i / row.columns() + 0.5) * HEIGHT / row.rows());
            place.rotate(Math.toRadians(row.turn() * (random.nextDouble() - 0.5)));
            place.scale(module, module);
            paint(pen, place, modules, row.margin(), random.nextDouble() < row.inverted());
        }
        pen.dispose();
        return noisy(Samples.frame(picture), random);
    }

    private static void paint(
            Graphics2D pen, AffineTransform place, ByteMatrix modules, double margin, boolean inverted) {
        AffineTransform before = pen.getTransform();
        pen.transform(place);
        double half = modules.getWidth() / 2.0;
        double whole = 2 * half + 2 * margin;
        pen.setColor(inverted ? Color.BLACK : Color.WHITE);
        pen.fill(new java.awt.geom.Rectangle2D.Double(-half - margin, -half - margin, whole, whole));
        pen.setColor(inverted ? Color.WHITE : Color.BLACK);
        java.awt.geom.Path2D path = new java.awt.geom.Path2D.Double();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append(new java.awt.geom.Rectangle2D.Double(x - half, y - half, 1, 1), false);
                }
            }
        }
        pen.fill(path);
        pen.setTransform(before);
    }

    private static Frame noisy(Frame frame, Random random) {
        byte[] pixels = frame.pixels();
        for (int i = 0; i < pixels.length; i++) {
            double grey = 30 + 0.78 * (pixels[i] & 0xFF) + 4 * random.nextGaussian();
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(grey)));
        }
        return frame;
    }
}
