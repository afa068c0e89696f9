package coderbased.qr.picture;

/** The layout of one pixel in memory: the order of its bytes. Alpha is ignored. */
public enum PixelFormat {
    /** One byte of brightness. */
    GRAY8(1, 0, 0, 0),
    RGB24(3, 0, 1, 2),
    BGR24(3, 2, 1, 0),
    RGBA32(4, 0, 1, 2),
    BGRA32(4, 2, 1, 0),
    /** Also what {@code BufferedImage.TYPE_INT_ARGB} gives when written big-endian. */
    ARGB32(4, 1, 2, 3);

    private final int bytes;
    private final int red;
    private final int green;
    private final int blue;

    PixelFormat(int bytes, int red, int green, int blue) {
        this.bytes = bytes;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** Bytes per pixel. */
    public int bytes() {
        return bytes;
    }

    /** Returns the index of the red byte in a pixel. */
    public int red() {
        return red;
    }

    /** Returns the index of the green byte in a pixel. */
    public int green() {
        return green;
    }

    /** Returns the index of the blue byte in a pixel. */
    public int blue() {
        return blue;
    }
}
