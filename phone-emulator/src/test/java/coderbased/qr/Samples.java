package coderbased.qr;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Public photographs of QR codes with the texts they hold. They are no part of the product: they lie in a folder {@code
 * shared/qr-samples} beside the project, or where the system property {@code qr.samples} says, and tests that need them
 * are skipped with a reason where there is none.
 */
public final class Samples {

    /** Said where the folder is missing. */
    public static final String MISSING =
            "No pictures to read: put them into shared/qr-samples beside the project, or set -Dqr.samples";

    private Samples() {}

    /** One picture: the texts it may give, none if it holds no code. */
    public record Sample(String set, String category, String name, List<String> texts, Frame frame) {

        /**
         * True if a text is one of the picture's. Only printable ASCII is compared: guesses of character sets differ.
         */
        public boolean holds(String text) {
            return texts.stream().anyMatch(expected -> plain(expected).equals(plain(text)));
        }

        private static String plain(String text) {
            return text.replaceAll("[^!-~]", "");
        }
    }

    /** Returns the folder, if there is one. */
    public static Optional<Path> folder() {
        String named = System.getProperty("qr.samples");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/qr-samples");
            if (Files.isRegularFile(beside.resolve("expected.tsv"))) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    /** Returns all pictures of the folder. */
    public static List<Sample> load(Path folder) {
        try {
            List<Sample> samples = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
                String[] cells = line.split("\t");
                if (!cells[0].equals("file")) {
                    String set = cells[0].substring(0, cells[0].indexOf('/'));
                    Frame frame = frame(ImageIO.read(folder.resolve(cells[0]).toFile()));
                    samples.add(new Sample(set, cells[1], cells[0], texts(cells[6]), frame));
                }
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a picture as the grey frame it is. */
    public static Frame frame(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] grey = new byte[width * height];
        int[] row = new int[width];
        boolean isGrey =
                image.getRaster().getNumBands() == 1 && image.getSampleModel().getSampleSize(0) == 8;
        for (int y = 0; y < height; y++) {
            if (isGrey) {
                image.getRaster().getSamples(0, y, width, 1, 0, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) (isGrey ? row[x] : row[x] >> 8);
            }
        }
        return Frame.packed(grey, width, height, PixelFormat.GRAY8);
    }

    /** Returns the strings of a flat JSON array. */
    private static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                if (inside) {
                    texts.add(text.toString());
                    text.setLength(0);
                }
                inside = !inside;
            } else if (inside && c == '\\') {
                char escaped = json.charAt(++i);
                switch (escaped) {
                    case 'u' -> {
                        text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                        i += 4;
                    }
                    case 'n' -> text.append('\n');
                    case 'r' -> text.append('\r');
                    case 't' -> text.append('\t');
                    default -> text.append(escaped);
                }
            } else if (inside) {
                text.append(c);
            }
        }
        return texts;
    }
}
