package coderbased.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orientation of a camera picture (Exif 2.32 section 4.6.4): how its pixels must be turned to be upright. The one place
 * where pictures are turned; decoders of the platform do not.
 */
public enum Orientation {
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

    /** Returns the orientation of a picture file; upright if it names none. The stream stays where it is. */
    public static Orientation of(ImageInputStream file) {
        try {
            return values()[ExifOrientation.of(file) - 1];
        } catch (IOException | RuntimeException e) {
            // A file without readable metadata is upright.
            LOG.debug("Could not read the orientation of a picture: {}", e.toString());
            return UPRIGHT;
        }
    }

    /** True if the upright picture is as wide as the one in the file is high. */
    public boolean swapsSides() {
        return swapsSides;
    }

    /** Returns the picture turned upright; the same one if it is. */
    public BufferedImage upright(BufferedImage lying) {
        if (this == UPRIGHT) {
            return lying;
        }
        int width = lying.getWidth();
        int height = lying.getHeight();
        BufferedImage upright =
                new BufferedImage(swapsSides ? height : width, swapsSides ? width : height, type(lying));
        int across = fromRight ? -1 : 1;
        int down = fromBelow ? -1 : 1;
        int left = fromRight ? width : 0;
        int top = fromBelow ? height : 0;
        Graphics2D pen = upright.createGraphics();
        try {
            pen.setComposite(AlphaComposite.Src);
            pen.drawImage(
                    lying,
                    swapsSides
                            ? new AffineTransform(0, across, down, 0, top, left)
                            : new AffineTransform(across, 0, 0, down, left, top),
                    null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    private static int type(BufferedImage picture) {
        if (picture.getColorModel().hasAlpha()) {
            return BufferedImage.TYPE_INT_ARGB;
        }
        return picture.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_3BYTE_BGR;
    }
}
