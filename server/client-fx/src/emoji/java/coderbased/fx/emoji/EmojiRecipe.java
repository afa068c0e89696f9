package coderbased.fx.emoji;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Writes {@code emoji.txt} and {@code sheet-N.png}.
 *
 * <p>Arguments: the unpacked npm package emoji-datasource-google, and the folder to write to.
 */
public final class EmojiRecipe {

    private static final int COLUMNS = 16;
    private static final int PER_SHEET = COLUMNS * COLUMNS;
    private static final int CELL_PIXELS = 40;

    private EmojiRecipe() {}

    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        List<EmojiEntry> entries = EmojiSource.read(source.resolve("emoji.json"));
        SourceSheet pictures = SourceSheet.read(source.resolve("img/google/sheets/64.png"));
        removeOldSheets(target);
        Files.writeString(target.resolve("emoji.txt"), list(entries));
        for (int first = 0; first < entries.size(); first += PER_SHEET) {
            List<EmojiEntry> part = entries.subList(first, Math.min(first + PER_SHEET, entries.size()));
            BufferedImage sheet = Palette.reduce(pictures.arrange(part, COLUMNS, CELL_PIXELS));
            ImageIO.write(sheet, "png", target.resolve("sheet-" + first / PER_SHEET + ".png").toFile());
        }
        System.out.println("Wrote " + entries.size() + " emoji to " + target);
    }

    private static void removeOldSheets(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String list(List<EmojiEntry> entries) {
        List<String> lines = new ArrayList<>();
        String group = "";
        for (EmojiEntry entry : entries) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                lines.add("# " + group);
            }
            lines.add(entry.line());
        }
        return String.join("\n", lines) + "\n";
    }
}
