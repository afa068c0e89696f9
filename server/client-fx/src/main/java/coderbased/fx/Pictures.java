package coderbased.fx;

import coderbased.picture.SmallPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads untrusted pictures. The dimensions are checked before decoding: a few bytes can claim to be a picture of many
 * gigabytes.
 */
public final class Pictures {

    private static final long MAX_PIXELS = 60_000_000;
    private static final long MAX_PREVIEW_PIXELS = 1_000_000;

    private Pictures() {}

    /** Decodes the preview of a message; null if it is not a picture. */
    public static @Nullable Image preview(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (pixels(new ByteArrayInputStream(bytes)) > MAX_PREVIEW_PIXELS) {
                return null;
            }
            Image image = new Image(new ByteArrayInputStream(bytes));
            return image.isError() ? null : image;
        } catch (IOException | IllegalArgumentException _) {
            return null;
        }
    }

    /**
     * Reads a picture from a file, scaled down. Blocks.
     *
     * @throws IOException if it is not a picture, or too large to be shown
     */
    static Image read(Path file, double width, double height) throws IOException {
        try (InputStream head = Files.newInputStream(file)) {
            if (pixels(head) > MAX_PIXELS) {
                throw new IOException("too large to be shown");
            }
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            Image image = new Image(bytes, width, height, true, true);
            return image.isError() ? converted(file, (int) Math.max(width, height)) : image;
        }
    }

    /** Returns a picture of a kind that JavaFX does not know. */
    private static Image converted(Path file, int side) throws IOException {
        byte[] jpeg = SmallPictures.jpeg(file, side).orElseThrow(() -> new IOException("not a picture"));
        return new Image(new ByteArrayInputStream(jpeg));
    }

    private static long pixels(InputStream bytes) throws IOException {
        try (ImageInputStream head = ImageIO.createImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(head);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(head, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
