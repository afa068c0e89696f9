package coderbased.fx;

import coderbased.picture.ArrayImageStream;
import coderbased.picture.Orientation;
import coderbased.picture.SmallPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
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

    /** Decodes the preview of a message upright; null if it is not a picture. */
    public static @Nullable Image preview(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            Orientation orientation = orientation(new ArrayImageStream(bytes), MAX_PREVIEW_PIXELS);
            Image image = new Image(new ByteArrayInputStream(bytes));
            return image.isError() ? null : upright(image, orientation);
        } catch (IOException | IllegalArgumentException _) {
            return null;
        }
    }

    /**
     * Reads a picture from a file upright, scaled down. Blocks.
     *
     * @throws IOException if it is not a picture, or too large to be shown
     */
    static Image read(Path file, double width, double height) throws IOException {
        Orientation orientation = orientation(new FileImageInputStream(file.toFile()), MAX_PIXELS);
        boolean swaps = orientation.swapsSides();
        try (InputStream bytes = Files.newInputStream(file)) {
            Image image = new Image(bytes, swaps ? height : width, swaps ? width : height, true, true);
            return image.isError() ? converted(file, (int) Math.max(width, height)) : upright(image, orientation);
        }
    }

    private static Image upright(Image image, Orientation orientation) {
        return orientation == Orientation.UPRIGHT
                ? image
                : SwingFXUtils.toFXImage(orientation.upright(SwingFXUtils.fromFXImage(image, null)), null);
    }

    /** Returns a picture of a kind that JavaFX does not know. */
    private static Image converted(Path file, int side) throws IOException {
        byte[] jpeg = SmallPictures.jpeg(file, side).orElseThrow(() -> new IOException("not a picture"));
        return new Image(new ByteArrayInputStream(jpeg));
    }

    /**
     * Returns the orientation of a picture, and closes the stream.
     *
     * @throws IOException if it is not a picture, or of too many pixels
     */
    private static Orientation orientation(ImageInputStream picture, long maxPixels) throws IOException {
        try (picture) {
            Orientation orientation = Orientation.of(picture);
            Iterator<ImageReader> readers = ImageIO.getImageReaders(picture);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(picture, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > maxPixels) {
                    throw new IOException("too large to be shown");
                }
                return orientation;
            } finally {
                reader.dispose();
            }
        }
    }
}
