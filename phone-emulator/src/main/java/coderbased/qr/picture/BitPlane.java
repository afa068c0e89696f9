package coderbased.qr.picture;

/** A black-and-white picture that is used again for every frame: 1 is dark, 0 is light. */
public final class BitPlane {

    private byte[] bits = new byte[0];
    private int width;
    private int height;

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns one byte per pixel, row after row. */
    public byte[] bits() {
        return bits;
    }

    void resize(int newWidth, int newHeight) {
        int needed = newWidth * newHeight;
        if (bits.length < needed) {
            bits = new byte[needed];
        }
        width = newWidth;
        height = newHeight;
    }
}
