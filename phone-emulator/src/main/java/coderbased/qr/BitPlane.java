package coderbased.qr;

/** A black-and-white picture that is used again for every frame: 1 is dark, 0 is light. */
final class BitPlane {

    private byte[] bits = new byte[0];
    private int width;
    private int height;

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns one byte per pixel, row after row. */
    byte[] bits() {
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
