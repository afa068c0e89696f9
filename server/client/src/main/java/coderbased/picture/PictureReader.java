package coderbased.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads untrusted pictures: a small file can claim a size that no memory holds. */
final class PictureReader {

    private static final Logger LOG = LoggerFactory.getLogger(PictureReader.class);
    private static final long MAX_PIXELS = 64_000_000;
    private static final int MAX_SIDE_PIXELS = 30_000;

    private PictureReader() {}

    /** Reads a picture, decoded no larger than necessary to draw it well with {@code side} pixels a side. */
    static Optional<Picture> read(Path file, int side) {
        try (ImageInputStream bytes = JpegTables.open(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            return readers.hasNext() ? read(readers.next(), bytes, file, side) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The platform's decoders throw all kinds of exceptions on damaged pictures.
            LOG.debug("Could not read a picture: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Picture> read(ImageReader reader, ImageInputStream bytes, Path file, int side)
            throws IOException {
        try {
            reader.setInput(bytes, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (!isSensible(width, height)) {
                return Optional.empty();
            }
            ImageReadParam part = reader.getDefaultReadParam();
            // Decodes twice as many pixels as are shown, so that scaling down smooths them.
            int step = Math.max(1, Math.max(width, height) / (2 * side));
            part.setSourceSubsampling(step, step, 0, 0);
            BufferedImage decoded = reader.read(0, part);
            Orientation turned = Orientation.of(file);
            return Optional.of(
                    turned.swapsSides()
                            ? new Picture(height, width, decoded, turned)
                            : new Picture(width, height, decoded, turned));
        } finally {
            reader.dispose();
        }
    }

    private static boolean isSensible(int width, int height) {
        return width > 0
                && height > 0
                && width <= MAX_SIDE_PIXELS
                && height <= MAX_SIDE_PIXELS
                && (long) width * height <= MAX_PIXELS;
    }

    /**
     * A decoded picture.
     *
     * @param width of the whole picture, upright, in pixels
     * @param height of the whole picture, upright, in pixels
     * @param decoded as stored in the file, perhaps smaller
     */
    record Picture(int width, int height, BufferedImage decoded, Orientation turned) {

        /** Returns the picture upright, at most {@code side} pixels a side. */
        BufferedImage scaledTo(int side) {
            return turned.upright(SmallJpeg.scaled(decoded, side));
        }
    }
}
