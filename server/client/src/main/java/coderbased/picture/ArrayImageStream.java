package coderbased.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/** A picture file that lies in memory. Java's own stream over memory copies it first. Used by one thread. */
public final class ArrayImageStream extends ImageInputStreamImpl {

    private final byte[] file;

    /** @param file does not change while it is read */
    public ArrayImageStream(byte[] file) {
        this.file = file;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int most) {
        bitOffset = 0;
        if (streamPos >= file.length) {
            return -1;
        }
        int count = (int) Math.min(most, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, to, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }
}
