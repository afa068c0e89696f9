package coderbased.camera;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Cuts pictures out of a stream by the structure of their own format: JPEG, PNG and WebP. So a picture ends where it
 * ends, whatever a camera says of its length or writes around it.
 *
 * <p>Used by one thread.
 */
final class PictureCutter {

    private static final int HEAD_BYTES = 12;
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final long PNG_END = 0x49454E44;
    private static final int JPEG_START = 0xD8;
    private static final int JPEG_END = 0xD9;

    private final InputStream in;
    private final int maxBytes;
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream(1 << 16);
    private boolean startRead;

    /** @param in has to support marks */
    PictureCutter(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** True if a picture begins here. Waits until enough bytes are there to tell. */
    boolean atPicture() throws IOException {
        return startRead || isPicture(peek(HEAD_BYTES));
    }

    /** True if these are the first bytes of a picture that can be cut out. */
    static boolean isPicture(byte[] head) {
        return isJpeg(head) || isPng(head) || isWebp(head);
    }

    /** Returns the next bytes without taking them; fewer at the end of the stream. */
    byte[] peek(int most) throws IOException {
        in.mark(most);
        int first = in.read();
        in.reset();
        // Only these begin a picture; for any other byte no more of them has to arrive.
        if (most == HEAD_BYTES && first != 0xFF && first != 0x89 && first != 'R') {
            return new byte[0];
        }
        in.mark(most);
        byte[] head = in.readNBytes(most);
        in.reset();
        return head;
    }

    /**
     * Returns the picture that begins here.
     *
     * @throws EOFException if the stream ends within it
     * @throws IOException if it is larger than allowed
     */
    byte[] cut() throws IOException {
        picture.reset();
        byte[] head = startRead ? new byte[] {(byte) 0xFF, (byte) JPEG_START, (byte) 0xFF} : peek(HEAD_BYTES);
        if (isPng(head)) {
            png();
        } else if (isWebp(head)) {
            copy(8);
            copy(Integer.toUnsignedLong(Integer.reverseBytes(number(picture.toByteArray(), 4))));
        } else {
            jpeg();
        }
        return picture.toByteArray();
    }

    /** Copies up to the end marker. A frame without one ends where the next one starts. */
    private void jpeg() throws IOException {
        if (startRead) {
            picture.write(0xFF);
            picture.write(JPEG_START);
            startRead = false;
        } else {
            copy(2);
        }
        while (true) {
            if (copyByte() != 0xFF) {
                continue;
            }
            int marker = copyByte();
            while (marker == 0xFF) {
                marker = copyByte();
            }
            if (marker == JPEG_END) {
                return;
            }
            if (marker == JPEG_START) {
                startRead = true;
                dropLast(2);
                return;
            }
            if (hasLength(marker)) {
                int length = copyByte() << 8 | copyByte();
                copy(Math.max(0, length - 2));
            }
        }
    }

    private void png() throws IOException {
        copy(PNG_SIGNATURE_BYTES);
        byte[] chunk;
        do {
            chunk = peek(8);
            if (chunk.length < 8) {
                throw new EOFException();
            }
            copy(Integer.toUnsignedLong(number(chunk, 0)) + 12);
        } while (number(chunk, 4) != PNG_END);
    }

    private int copyByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        if (picture.size() >= maxBytes) {
            throw tooLarge();
        }
        picture.write(next);
        return next;
    }

    private void copy(long count) throws IOException {
        if (picture.size() + count > maxBytes) {
            throw tooLarge();
        }
        byte[] bytes = in.readNBytes((int) count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        picture.writeBytes(bytes);
    }

    private IOException tooLarge() {
        return new IOException("A picture of more than " + maxBytes + " bytes");
    }

    private void dropLast(int count) {
        byte[] whole = picture.toByteArray();
        picture.reset();
        picture.write(whole, 0, whole.length - count);
    }

    /** True if a marker has a segment: not 0xFF00, which stands for a byte of data, and not a restart. */
    private static boolean hasLength(int marker) {
        return marker > 0x01 && (marker < 0xD0 || marker > 0xD7);
    }

    private static boolean isJpeg(byte[] head) {
        return head.length >= 3
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xFF) == JPEG_START
                && (head[2] & 0xFF) == 0xFF;
    }

    private static boolean isPng(byte[] head) {
        return head.length >= PNG_SIGNATURE_BYTES && number(head, 0) == 0x89504E47 && number(head, 4) == 0x0D0A1A0A;
    }

    private static boolean isWebp(byte[] head) {
        return head.length >= HEAD_BYTES && number(head, 0) == 0x52494646 && number(head, 8) == 0x57454250;
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }
}
