package coderbased.fx.emoji;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The sheet of emoji-datasource: pictures of 64 pixels, each in a frame of one transparent pixel.
 *
 * @param image the whole sheet
 */
record SourceSheet(BufferedImage image) {

    private static final int PIXELS = 64;
    private static final int PITCH = PIXELS + 2;

    static SourceSheet read(Path file) throws IOException {
        return new SourceSheet(ImageIO.read(file.toFile()));
    }

    /** Returns a sheet of these emoji, row by row, each {@code pixels} wide and high. */
    BufferedImage arrange(List<EmojiEntry> entries, int columns, int pixels) {
        int rows = (entries.size() + columns - 1) / columns;
        BufferedImage sheet =
                new BufferedImage(columns * pixels, rows * pixels, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < entries.size(); i++) {
            EmojiEntry entry = entries.get(i);
            BufferedImage picture =
                    image.getSubimage(entry.column() * PITCH + 1, entry.row() * PITCH + 1, PIXELS, PIXELS);
            pen.drawImage(picture, i % columns * pixels, i / columns * pixels, pixels, pixels, null);
        }
        pen.dispose();
        return sheet;
    }
}
