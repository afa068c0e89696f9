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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads untrusted pictures upright: a small file can claim a size that no memory holds. Thread-safe; calls block. */
public final class PictureReader {

    private static final Logger LOG = LoggerFactory.getLogger(PictureReader.class);
    private static final long MAX_PIXELS = 64_000_000;
    private static final int MAX_SIDE_PIXELS = 30_000;

    private PictureReader() {}

    /**
     * Choice of the pixels to decode: one of each {@code step} in a row and of each {@code step} rows.
     *
     * @param <E> thrown if the picture is not to be decoded
     */
    @FunctionalInterface
    public interface Step<E extends Exception> {

        /** Returns the step, at least 1, for a picture of this size in pixels. */
        int of(int width, int height) throws E;
    }

    /** Choice of the memory to decode into. */
    @FunctionalInterface
    public interface Destination {

        /** Returns a picture of this size in pixels, or null for one that the reader makes. */
        @Nullable
        BufferedImage of(ImageReader reader, int width, int height) throws IOException;
    }

    /**
     * Decodes the first picture in there; empty if no reader knows its kind.
     *
     * @param destination asked for an upright picture of which every pixel is decoded
     * @throws IOException if it is damaged; the platform's decoders throw runtime exceptions, too
     */
    public static <E extends Exception> Optional<Picture> decode(
            ImageInputStream in, Step<E> step, Destination destination) throws IOException, E {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        Orientation orientation = Orientation.of(in);
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            ImageReadParam part = reader.getDefaultReadParam();
            int every = step.of(width, height);
            part.setSourceSubsampling(every, every, 0, 0);
            if (every == 1 && orientation == Orientation.UPRIGHT) {
                part.setDestination(destination.of(reader, width, height));
            }
            BufferedImage upright = orientation.upright(reader.read(0, part));
            return Optional.of(
                    orientation.swapsSides()
                            ? new Picture(height, width, upright)
                            : new Picture(width, height, upright));
        } finally {
            reader.dispose();
        }
    }

    /** Reads a picture, decoded no larger than necessary to draw it well with {@code side} pixels a side. */
    static Optional<Picture> read(Path file, int side) {
        try (ImageInputStream in = JpegTables.open(file)) {
            // Decodes twice as many pixels as are shown, so that scaling down smooths them.
            return decode(
                    in,
                    (width, height) -> {
                        requireSensible(width, height);
                        return Math.max(1, Math.max(width, height) / (2 * side));
                    },
                    (reader, width, height) -> null);
        } catch (IOException | RuntimeException e) {
            LOG.debug("Could not read a picture: {}", e.toString());
            return Optional.empty();
        }
    }

    private static void requireSensible(int width, int height) throws IOException {
        if (width <= 0
                || height <= 0
                || width > MAX_SIDE_PIXELS
                || height > MAX_SIDE_PIXELS
                || (long) width * height > MAX_PIXELS) {
            throw new IOException("a picture of " + width + " x " + height + " pixels is not decoded");
        }
    }

    /**
     * A decoded picture.
     *
     * @param width of the whole picture, upright, in pixels
     * @param height of the whole picture, upright, in pixels
     * @param upright pixels, perhaps fewer
     */
    public record Picture(int width, int height, BufferedImage upright) {

        /** Returns the picture at most {@code side} pixels a side. */
        BufferedImage scaledTo(int side) {
            return SmallJpeg.scaled(upright, side);
        }
    }
}
