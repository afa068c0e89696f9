package coderbased.picture;

import coderbased.protocol.Body;
import coderbased.protocol.Protocol;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Makes small pictures from picture files. Thread-safe; calls block while they read and draw. */
public final class SmallPictures {

    private static final int PREVIEW_SIDE_PIXELS = 320;

    /** Base64 encodes three bytes as four characters (RFC 4648 section 4). */
    private static final int PREVIEW_BYTES = Protocol.MAX_PREVIEW_CHARS / 4 * 3;

    private SmallPictures() {}

    /** Returns a preview small enough for a message; empty if the file is not a readable picture. */
    public static Optional<Body.Preview> preview(Path file) {
        return PictureReader.read(file, PREVIEW_SIDE_PIXELS)
                .flatMap(picture -> SmallJpeg.within(PREVIEW_BYTES, picture.scaledTo(PREVIEW_SIDE_PIXELS))
                        .map(jpeg -> new Body.Preview(
                                picture.width(),
                                picture.height(),
                                Base64.getEncoder().encodeToString(jpeg))));
    }

    /** Returns the picture as a JPEG, upright and at most {@code side} pixels a side; empty if it is not readable. */
    public static Optional<byte[]> jpeg(Path file, int side) {
        return PictureReader.read(file, side).map(picture -> SmallJpeg.of(picture.scaledTo(side)));
    }

    /** Returns the square middle of the picture as {@link #jpeg} does. */
    public static Optional<byte[]> square(Path file, int side) {
        // A long picture has fewer pixels in its middle than in its whole.
        return PictureReader.read(file, 2 * side).map(picture -> {
            BufferedImage whole = picture.upright();
            int middle = Math.min(whole.getWidth(), whole.getHeight());
            return SmallJpeg.of(SmallJpeg.scaled(
                    whole.getSubimage(
                            (whole.getWidth() - middle) / 2, (whole.getHeight() - middle) / 2, middle, middle),
                    side));
        });
    }
}
