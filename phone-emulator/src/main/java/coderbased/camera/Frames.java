package coderbased.camera;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.util.Arrays;

/** Pictures of the Java desktop as frames: without a copy where a picture already lies in memory as bytes. */
final class Frames {

    /** Average brightness of the pixels that there are, up to which white paper shows them. */
    private static final int NEARLY_WHITE = 200;

    private static final double OPAQUE_SHARE = 0.98;

    private Frames() {}

    /** Returns a frame that shares the picture's memory where it can. */
    static Frame of(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR -> shared(image, PixelFormat.BGR24);
            case BufferedImage.TYPE_BYTE_GRAY -> shared(image, PixelFormat.GRAY8);
            default -> isRgb(image) ? shared(image, PixelFormat.RGB24) : shared(redrawn(image), PixelFormat.BGR24);
        };
    }

    private static boolean isRgb(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel colours
                && colours.getColorSpace().isCS_sRGB()
                && colours.getTransferType() == DataBuffer.TYPE_BYTE
                && image.getSampleModel() instanceof PixelInterleavedSampleModel pixels
                && Arrays.equals(pixels.getBandOffsets(), new int[] {0, 1, 2})
                && pixels.getPixelStride() == PixelFormat.RGB24.bytes();
    }

    private static Frame shared(BufferedImage image, PixelFormat format) {
        var raster = image.getRaster();
        boolean whole = raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0
                && raster.getDataBuffer().getOffset() == 0
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel;
        BufferedImage source = whole ? image : redrawn(image);
        var model = (PixelInterleavedSampleModel) source.getRaster().getSampleModel();
        byte[] pixels = ((DataBufferByte) source.getRaster().getDataBuffer()).getData();
        PixelFormat sourceFormat = whole ? format : PixelFormat.BGR24;
        return new Frame(pixels, source.getWidth(), source.getHeight(), model.getScanlineStride(), sourceFormat);
    }

    /**
     * Returns the picture on white, because transparent pictures are meant for paper; on black if its own pixels are
     * nearly white.
     */
    private static BufferedImage redrawn(BufferedImage image) {
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.drawImage(image, 0, 0, isWhiteOnNothing(image) ? Color.BLACK : Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static boolean isWhiteOnNothing(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        long opacity = 0;
        long light = 0;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int argb : row) {
                int alpha = argb >>> 24;
                opacity += alpha;
                light += (long) alpha * ((argb >> 16 & 0xFF) + 2 * (argb >> 8 & 0xFF) + (argb & 0xFF)) / 4;
            }
        }
        long whole = 255L * image.getWidth() * image.getHeight();
        return opacity < whole * OPAQUE_SHARE && light > opacity * NEARLY_WHITE;
    }
}
