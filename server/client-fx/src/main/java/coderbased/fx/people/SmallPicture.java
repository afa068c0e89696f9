package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.net.ProblemException;
import coderbased.picture.JpegTables;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Scales down the square middle of a picture for a round avatar. Blocks. */
final class SmallPicture {

    private static final int SIDE_PIXELS = 512;

    private SmallPicture() {}

    /**
     * Writes the scaled picture as a temporary JPEG.
     *
     * @throws ProblemException if the file is not a readable picture
     */
    static Path of(Path picture) {
        try {
            Path small = Files.createTempFile("coderbased-picture", ".jpg");
            small.toFile().deleteOnExit();
            ImageIO.write(square(read(picture)), "jpg", small.toFile());
            return small;
        } catch (IOException | RuntimeException _) {
            throw new ProblemException(Problem.of(ErrorCode.BAD_REQUEST, MESSAGES.text("group.picture.unreadable")));
        }
    }

    /** Reads no more pixels than necessary, so that a picture of any size fits into memory. */
    private static BufferedImage read(Path picture) throws IOException {
        try (ImageInputStream in = JpegTables.open(picture)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE_PIXELS));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage square(BufferedImage whole) {
        int from = Math.min(whole.getWidth(), whole.getHeight());
        int side = Math.min(SIDE_PIXELS, from);
        int left = (whole.getWidth() - from) / 2;
        int top = (whole.getHeight() - from) / 2;
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = square.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        draw.fillRect(0, 0, side, side);
        draw.drawImage(whole, 0, 0, side, side, left, top, left + from, top + from, null);
        draw.dispose();
        return square;
    }
}
