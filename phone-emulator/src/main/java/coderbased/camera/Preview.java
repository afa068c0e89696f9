package coderbased.camera;

import java.nio.ByteBuffer;

/**
 * A picture to show: opaque BGRA bytes, rows without padding. Draw it before the next but one arrives; its memory is
 * then used again. Two of them are equal only if they are the same.
 */
public final class Preview {

    /** Nothing to show. */
    public static final Preview NONE = new Preview(ByteBuffer.allocate(0), 0, 0);

    private final ByteBuffer bgra;
    private final int width;
    private final int height;

    Preview(ByteBuffer bgra, int width, int height) {
        this.bgra = bgra;
        this.width = width;
        this.height = height;
    }

    /** The bytes, from the top left. */
    public ByteBuffer bgra() {
        return bgra;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }
}
