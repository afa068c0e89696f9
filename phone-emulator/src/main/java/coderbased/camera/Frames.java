package coderbased.camera;

import coderbased.qr.Frame;
import coderbased.qr.PixelFormat;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;

/** Pictures of the Java desktop as frames: without a copy where a picture already lies in memory as bytes. */
final class Frames {

    private Frames() {}

    /** Returns a frame that shares the picture's memory where it can. */
    static Frame of(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR -> shared(image, PixelFormat.BGR24);
            case BufferedImage.TYPE_BYTE_GRAY -> shared(image, PixelFormat.GRAY8);
            default -> shared(redrawn(image), PixelFormat.BGR24);
        };
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

    /** Returns the picture on white, because transparent pictures are meant for paper. */
    private static BufferedImage redrawn(BufferedImage image) {
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }
}
