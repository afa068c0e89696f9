package coderbased.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Orientation of a camera picture (Exif 2.32 section 4.6.4, tag 0x0112): how the rows of a JPEG must be turned to be
 * upright.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(true, false, false),
    TURNED_ROUND(true, true, false),
    UPSIDE_DOWN(false, true, false),
    ON_ITS_SIDE_MIRRORED(false, false, true),
    ON_ITS_SIDE(false, true, true),
    ON_THE_OTHER_SIDE_MIRRORED(true, true, true),
    ON_THE_OTHER_SIDE(true, false, true);

    private static final int LOOK_AT = 64 * 1024;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final boolean fromRight;
    private final boolean fromBelow;
    private final boolean swapsSides;

    /** Position of an upright pixel in the file: from the right, from below, with row and column exchanged. */
    Orientation(boolean fromRight, boolean fromBelow, boolean swapsSides) {
        this.fromRight = fromRight;
        this.fromBelow = fromBelow;
        this.swapsSides = swapsSides;
    }

    /** Returns the orientation of a file; upright if it has none. */
    static Orientation of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(bytes.readNBytes(LOOK_AT));
        }
    }

    /** Returns the orientation from the first bytes of a file. */
    static Orientation of(byte[] head) {
        try {
            int number = number(ByteBuffer.wrap(head)).orElse(1);
            return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
        } catch (RuntimeException _) {
            return UPRIGHT;
        }
    }

    boolean swapsSides() {
        return swapsSides;
    }

    /** Returns the picture turned upright. */
    BufferedImage upright(BufferedImage lying) {
        if (this == UPRIGHT) {
            return lying;
        }
        int width = swapsSides ? lying.getHeight() : lying.getWidth();
        int height = swapsSides ? lying.getWidth() : lying.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = swapsSides ? y : x;
                int row = swapsSides ? x : y;
                upright.setRGB(
                        x,
                        y,
                        lying.getRGB(
                                fromRight ? lying.getWidth() - 1 - column : column,
                                fromBelow ? lying.getHeight() - 1 - row : row));
            }
        }
        return upright;
    }

    private static OptionalInt number(ByteBuffer jpeg) {
        if (Short.toUnsignedInt(jpeg.getShort()) != START_OF_IMAGE) {
            return OptionalInt.empty();
        }
        while (true) {
            int marker = Short.toUnsignedInt(jpeg.getShort());
            int length = Short.toUnsignedInt(jpeg.getShort());
            if (marker == START_OF_SCAN || length < Short.BYTES) {
                return OptionalInt.empty();
            }
            ByteBuffer segment = jpeg.slice(jpeg.position(), length - Short.BYTES);
            if (marker == APP1 && isExif(segment)) {
                return inTiff(segment.slice(EXIF.length, segment.limit() - EXIF.length));
            }
            jpeg.position(jpeg.position() + length - Short.BYTES);
        }
    }

    private static boolean isExif(ByteBuffer segment) {
        byte[] name = new byte[EXIF.length];
        segment.get(0, name);
        return Arrays.equals(name, EXIF);
    }

    private static OptionalInt inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(Integer.BYTES);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + Short.BYTES + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                return OptionalInt.of(Short.toUnsignedInt(tiff.getShort(entry + 2 * Integer.BYTES)));
            }
        }
        return OptionalInt.empty();
    }
}
