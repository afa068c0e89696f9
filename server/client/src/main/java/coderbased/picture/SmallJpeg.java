package coderbased.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Scales pictures down and writes them as JPEG. */
final class SmallJpeg {

    private static final float GOOD_QUALITY = 0.85f;
    private static final float[] QUALITIES = {0.75f, 0.6f, 0.45f, 0.3f};
    private static final int MIN_SIDE_PIXELS = 40;

    private SmallJpeg() {}

    /** Returns the picture on white, at most {@code side} pixels a side; never enlarged. */
    static BufferedImage scaled(BufferedImage picture, int side) {
        double factor = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        // JPEG has no transparency.
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return small;
    }

    /** Returns the picture in at most {@code bytes} bytes: quality is reduced first, then size. Empty if that fails. */
    static Optional<byte[]> within(int bytes, BufferedImage picture) {
        for (int side = Math.max(picture.getWidth(), picture.getHeight());
                side >= MIN_SIDE_PIXELS;
                side = side * 3 / 4) {
            BufferedImage drawn = scaled(picture, side);
            for (float quality : QUALITIES) {
                byte[] jpeg = write(drawn, quality);
                if (jpeg.length <= bytes) {
                    return Optional.of(jpeg);
                }
            }
        }
        byte[] tiny = write(scaled(picture, MIN_SIDE_PIXELS), QUALITIES[0]);
        return tiny.length <= bytes ? Optional.of(tiny) : Optional.empty();
    }

    /** Returns the picture as a JPEG of good quality. */
    static byte[] of(BufferedImage picture) {
        return write(picture, GOOD_QUALITY);
    }

    private static byte[] write(BufferedImage picture, float quality) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
