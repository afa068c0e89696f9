package coderbased.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Picture files of four coloured quarters, twice as wide as high, that name an orientation (Exif 2.32 section 4.6.4).
 */
public final class TurnedPicture {

    /** Colours of the upright picture for each orientation: upper left, upper right, lower left, lower right. */
    private static final List<String> UPRIGHT = List.of("RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB");

    /** The same quarters, eight pixels wide, lossless. */
    private static final String WEBP =
            "UklGRjIAAABXRUJQVlA4TCUAAAAvB8AAAB8gEEjeHzqN+RcQFPwf3fxHZA9AIECYNGnSRkT/I5MZAA==";

    private TurnedPicture() {}

    /**
     * Returns a file.
     *
     * @param kind jpg, png, webp or tif
     * @param orientation 1 to 8
     */
    public static byte[] of(String kind, int orientation) {
        return switch (kind) {
            case "webp" -> webp(orientation);
            case "tif" -> tiff(orientation);
            default -> with(encoded(kind, quarters(160, 80)), orientation);
        };
    }

    /** Returns a JPEG or PNG file with an orientation. */
    public static byte[] with(byte[] file, int orientation) {
        return file[0] == (byte) 0xFF ? jpeg(file, orientation) : png(file, orientation);
    }

    /** Returns the colours of the corners of the upright picture. */
    public static String corners(int orientation) {
        return UPRIGHT.get(orientation - 1);
    }

    /** Returns the colours of the corners of a picture. */
    public static String corners(BufferedImage picture) {
        int left = picture.getWidth() / 4;
        int right = picture.getWidth() - 1 - left;
        int top = picture.getHeight() / 4;
        int bottom = picture.getHeight() - 1 - top;
        return colour(picture.getRGB(left, top))
                + colour(picture.getRGB(right, top))
                + colour(picture.getRGB(left, bottom))
                + colour(picture.getRGB(right, bottom));
    }

    /** Returns the picture encoded without an orientation. */
    public static byte[] encoded(String kind, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, kind, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns four coloured quarters. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        pen.dispose();
        return picture;
    }

    private static String colour(int rgb) {
        Color colour = new Color(rgb);
        boolean red = colour.getRed() > 127;
        boolean green = colour.getGreen() > 127;
        boolean blue = colour.getBlue() > 127;
        if (red && green && blue) {
            return "W";
        }
        return red ? "R" : green ? "G" : blue ? "B" : "-";
    }

    private static byte[] jpeg(byte[] file, int orientation) {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, orientation);
        ByteBuffer segment =
                ByteBuffer.allocate(10 + exif.length).putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        return inserted(file, 2, segment.array());
    }

    private static byte[] png(byte[] file, int orientation) {
        byte[] exif = exif(ByteOrder.LITTLE_ENDIAN, orientation);
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, 4 + exif.length);
        return inserted(file, 33, chunk.putInt((int) check.getValue()).array());
    }

    /** Returns a file in the extended format, whose metadata stands behind the pixels. */
    private static byte[] webp(int orientation) {
        byte[] simple = Base64.getDecoder().decode(WEBP);
        byte[] exif = exif(ByteOrder.LITTLE_ENDIAN, orientation);
        ByteBuffer file =
                ByteBuffer.allocate(simple.length + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(simple, 0, 4).putInt(file.capacity() - 8).put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        file.putInt(10).putInt(0x08).put(new byte[] {7, 0, 0, 3, 0, 0});
        file.put(simple, 12, simple.length - 12);
        return file.put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(exif.length)
                .put(exif)
                .array();
    }

    private static byte[] tiff(int orientation) {
        BufferedImage picture = quarters(8, 4);
        int pixels = 8 + 2 + 10 * 12 + 4 + 6;
        ByteBuffer file = ByteBuffer.allocate(pixels + 8 * 4 * 3);
        file.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 10);
        entry(file, 256, 3, 1, 8 << 16);
        entry(file, 257, 3, 1, 4 << 16);
        entry(file, 258, 3, 3, pixels - 6);
        entry(file, 259, 3, 1, 1 << 16);
        entry(file, 262, 3, 1, 2 << 16);
        entry(file, 273, 4, 1, pixels);
        entry(file, 274, 3, 1, orientation << 16);
        entry(file, 277, 3, 1, 3 << 16);
        entry(file, 278, 3, 1, 4 << 16);
        entry(file, 279, 4, 1, 8 * 4 * 3);
        file.putInt(0).putShort((short) 8).putShort((short) 8).putShort((short) 8);
        for (int i = 0; i < 8 * 4; i++) {
            int rgb = picture.getRGB(i % 8, i / 8);
            file.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        return file.array();
    }

    /** Returns a TIFF directory of one entry. */
    private static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(order);
        exif.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949));
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] inserted(byte[] file, int place, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, place)
                .put(part)
                .put(file, place, file.length - place)
                .array();
    }
}
