package coderbased.picture;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Orientation number (Exif 2.32 section 4.6.4, tag 0x0112) of an untrusted picture file: in the APP1 segment of a JPEG,
 * the eXIf chunk of a PNG, the EXIF chunk of a WebP, and the first directory of a TIFF. Keeps nothing of the file in
 * memory. Stateless and thread-safe.
 */
final class ExifOrientation {

    /** Largest number of parts of a file that are looked at; a picture of 100 MB may have 13,000. */
    private static final int MAX_PARTS = 20_000;

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int JPEG = 0xFFD8;
    private static final int PNG = 0x89504E47;
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;
    private static final int PNG_EXIF = 0x65584966;
    private static final int WEBP_EXIF = 0x45584946;
    private static final int EXIF = 0x45786966;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;

    private final ImageInputStream in;
    private int parts;

    private ExifOrientation(ImageInputStream in) {
        this.in = in;
    }

    /**
     * Returns the number, 1 to 8; 1 if the file names none. The stream stays where it is.
     *
     * @throws IOException if the stream ends too early
     */
    static int of(ImageInputStream in) throws IOException {
        ByteOrder order = in.getByteOrder();
        in.mark();
        try {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            int number = new ExifOrientation(in).inFile();
            return number >= UPRIGHT && number <= 8 ? number : UPRIGHT;
        } finally {
            in.setByteOrder(order);
            in.reset();
        }
    }

    private int inFile() throws IOException {
        int head = in.readInt();
        if (head >>> 16 == JPEG) {
            in.seek(2);
            return inJpeg();
        }
        if (head == PNG) {
            in.seek(8);
            return inChunks(PNG_EXIF, 4);
        }
        if (head == RIFF) {
            in.seek(8);
            return in.readInt() == WEBP ? inWebP() : UPRIGHT;
        }
        return inTiff(0);
    }

    /** Looks through the segments before the first scan (ITU-T T.81 section B.1.1). */
    private int inJpeg() throws IOException {
        while (true) {
            int marker = marker();
            boolean alone = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
            if (marker == 0xDA || marker == 0xD9) {
                return UPRIGHT;
            }
            if (!alone) {
                long begin = in.getStreamPosition();
                int length = in.readUnsignedShort();
                if (marker == 0xE1 && length >= 8 && in.readInt() == EXIF && in.readByte() == 0) {
                    return inTiff(begin + 8);
                }
                in.seek(begin + Math.max(2, length));
            }
        }
    }

    private int marker() throws IOException {
        int last = 0;
        while (true) {
            count();
            int next = in.readUnsignedByte();
            if (last == 0xFF && next != 0xFF && next != 0) {
                return next;
            }
            last = next;
        }
    }

    private void count() throws IOException {
        if (++parts > MAX_PARTS) {
            throw new IOException("more parts than a picture has");
        }
    }

    private int inWebP() throws IOException {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        return inChunks(Integer.reverseBytes(WEBP_EXIF), 0);
    }

    /**
     * Looks through chunks of a PNG (length, name, data, check) or of a RIFF file (name, length, data of even length).
     *
     * @param check number of bytes after the data; 0 for a RIFF file
     */
    private int inChunks(int wanted, int check) throws IOException {
        while (true) {
            count();
            int first = in.readInt();
            int second = in.readInt();
            long length = (check > 0 ? first : second) & 0xFFFFFFFFL;
            long begin = in.getStreamPosition();
            if ((check > 0 ? second : first) == wanted) {
                return inTiff(begin + introduction());
            }
            in.seek(begin + length + (check > 0 ? check : length % 2));
        }
    }

    /** Returns 6 if the data begins as in a JPEG, which some programs write everywhere. */
    private int introduction() throws IOException {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        return in.readInt() == EXIF ? 6 : 0;
    }

    /** Looks through the first directory (TIFF 6.0 section 2). */
    private int inTiff(long begin) throws IOException {
        in.seek(begin);
        int order = in.readUnsignedShort();
        if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
            return UPRIGHT;
        }
        in.setByteOrder(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(begin + 4);
        in.seek(begin + in.readUnsignedInt());
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int tag = in.readUnsignedShort();
            int type = in.readUnsignedShort();
            in.skipBytes(4);
            int value = in.readUnsignedShort();
            in.skipBytes(2);
            if (tag == TAG) {
                return type == SHORT ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
