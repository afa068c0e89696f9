package coderbased.camera;

import java.nio.IntBuffer;

/**
 * A picture to show: opaque ARGB, one int a pixel, rows without padding. Draw it before the next but one arrives; its
 * memory is then used again. Two of them are equal only if they are the same.
 */
public final class Preview {

    /** Nothing to show. */
    public static final Preview NONE = new Preview(IntBuffer.allocate(0), 0, 0);

    private final IntBuffer argb;
    private final int width;
    private final int height;

    Preview(IntBuffer argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    /** Returns the pixels, from the top left. */
    public IntBuffer argb() {
        return argb;
    }

    /** Returns the size in pixels. */
    public int width() {
        return width;
    }

    /** Returns the size in pixels. */
    public int height() {
        return height;
    }
}
