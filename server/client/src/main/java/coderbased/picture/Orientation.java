package coderbased.picture;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(Orientation.class);

    private final boolean fromRight;
    private final boolean fromBelow;
    private final boolean swapsSides;

    /** Position of an upright pixel in the file: from the right, from below, with row and column exchanged. */
    Orientation(boolean fromRight, boolean fromBelow, boolean swapsSides) {
        this.fromRight = fromRight;
        this.fromBelow = fromBelow;
        this.swapsSides = swapsSides;
    }

    /** Returns the orientation of a JPEG; upright if it has none, or the file is of another kind. */
    static Orientation of(Path file) {
        try (ImageInputStream bytes = new FileImageInputStream(file.toFile())) {
            for (JPEGSegment exif : JPEGSegmentUtil.readSegments(bytes, JPEG.APP1, "Exif")) {
                return inExif(exif);
            }
        } catch (IOException | RuntimeException e) {
            // A file without readable metadata is upright.
            LOG.debug("Could not read the orientation of a picture: {}", e.toString());
        }
        return UPRIGHT;
    }

    private static Orientation inExif(JPEGSegment exif) throws IOException {
        try (InputStream data = exif.data()) {
            data.skipNBytes(1);
            Entry entry = new TIFFReader()
                    .read(new ByteArrayImageInputStream(data.readAllBytes()))
                    .getEntryById(TIFF.TAG_ORIENTATION);
            int number = entry != null && entry.getValue() instanceof Number value ? value.intValue() : 1;
            return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
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
}
