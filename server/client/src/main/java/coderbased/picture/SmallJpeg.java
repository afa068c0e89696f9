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

/** Draws pictures smaller and writes them as JPEG. */
final class SmallJpeg {

    private static final float GOOD = 0.85f;
    private static final float[] QUALITIES = {0.75f, 0.6f, 0.45f, 0.3f};
    private static final int SMALLEST_SIDE = 40;

    private SmallJpeg() {}

    /** The same picture on white, at most so many pixels a side; never larger than it is. */
    static BufferedImage scaled(BufferedImage picture, int side) {
        double factor = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        // JPEG knows no transparency.
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

    /** The picture in at most so many bytes: first less exactly, then smaller. Empty where no way does. */
    static Optional<byte[]> within(int bytes, BufferedImage picture) {
        for (int side = Math.max(picture.getWidth(), picture.getHeight()); side >= SMALLEST_SIDE; side = side * 3 / 4) {
            BufferedImage drawn = scaled(picture, side);
            for (float quality : QUALITIES) {
                byte[] jpeg = write(drawn, quality);
                if (jpeg.length <= bytes) {
                    return Optional.of(jpeg);
                }
            }
        }
        byte[] tiny = write(scaled(picture, SMALLEST_SIDE), QUALITIES[0]);
        return tiny.length <= bytes ? Optional.of(tiny) : Optional.empty();
    }

    /** The picture, written well. */
    static byte[] of(BufferedImage picture) {
        return write(picture, GOOD);
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
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
