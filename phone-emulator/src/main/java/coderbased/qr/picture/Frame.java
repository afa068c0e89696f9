package coderbased.qr.picture;

/**
 * One picture as a camera, a file or the screen gives it: rows of pixels, top row first, the first pixel at index 0.
 *
 * <p>The reader neither keeps nor changes {@code pixels}; the caller may use the array again once {@code read}
 * returned.
 *
 * @param pixels the bytes, at least {@code (height - 1) * stride + width * format.bytes()} of them
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param stride distance from one row to the next, in bytes
 * @param format how a pixel lies in memory
 */
@SuppressWarnings("ArrayRecordComponent") // a view on the camera's own buffer: copying it would cost more than reading
public record Frame(byte[] pixels, int width, int height, int stride, PixelFormat format) {

    public Frame {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A frame needs at least one pixel, not " + width + "x" + height);
        }
        long row = (long) width * format.bytes();
        if (stride < row) {
            throw new IllegalArgumentException("A row of " + row + " bytes does not fit a stride of " + stride);
        }
        long needed = (height - 1L) * stride + row;
        if (pixels.length < needed) {
            throw new IllegalArgumentException(
                    "The frame needs " + needed + " bytes, the array holds " + pixels.length);
        }
    }

    /** Returns a frame whose rows follow each other without padding. */
    public static Frame packed(byte[] pixels, int width, int height, PixelFormat format) {
        return new Frame(pixels, width, height, width * format.bytes(), format);
    }
}
