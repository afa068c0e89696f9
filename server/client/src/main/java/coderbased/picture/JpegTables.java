package coderbased.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Adds the standard Huffman tables (ITU-T T.81 section K.3) to JPEG pictures without any. Cameras leave them out of the
 * frames of Motion JPEG; Java's decoder needs them.
 */
public final class JpegTables {

    private static final int MAX_FILE_BYTES = 64_000_000;

    /** Number of bytes of the start and the frame header that are looked at. */
    private static final int HEAD_BYTES = 1 << 20;

    private static final int START = 0xD8;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int BASELINE_FRAME = 0xC0;
    private static final int EXTENDED_FRAME = 0xC1;
    private static final int SCAN = 0xDA;

    private JpegTables() {}

    /** Returns the picture with tables; the same array if it is complete, or not a JPEG. */
    public static byte[] complete(byte[] picture) {
        int scan = scanWithoutTables(picture);
        if (scan < 0) {
            return picture;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(picture.length + 512);
        whole.write(picture, 0, scan);
        write(whole, 0x00, JPEGHuffmanTable.StdDCLuminance);
        write(whole, 0x10, JPEGHuffmanTable.StdACLuminance);
        write(whole, 0x01, JPEGHuffmanTable.StdDCChrominance);
        write(whole, 0x11, JPEGHuffmanTable.StdACChrominance);
        whole.write(picture, scan, picture.length - scan);
        return whole.toByteArray();
    }

    /** Opens a picture file, with tables where they are missing. */
    public static ImageInputStream open(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (scanWithoutTables(head) < 0 || Files.size(file) > MAX_FILE_BYTES) {
            return new FileImageInputStream(file.toFile());
        }
        return new ArrayImageStream(complete(Files.readAllBytes(file)));
    }

    /** Returns the place of the first scan if no table comes before it, else -1. */
    private static int scanWithoutTables(byte[] bytes) {
        if (bytes.length < 4 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != START) {
            return -1;
        }
        boolean isHuffman = false;
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == HUFFMAN_TABLES) {
                return -1;
            }
            if (marker == SCAN) {
                return isHuffman ? at : -1;
            }
            isHuffman |= marker == BASELINE_FRAME || marker == EXTENDED_FRAME;
            at += 2 + ((bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF));
        }
        return -1;
    }

    private static void write(ByteArrayOutputStream to, int place, JPEGHuffmanTable table) {
        int length = 3 + 16 + table.getValues().length;
        to.write(0xFF);
        to.write(HUFFMAN_TABLES);
        to.write(length >> 8);
        to.write(length & 0xFF);
        to.write(place);
        short[] lengths = table.getLengths();
        for (int i = 0; i < 16; i++) {
            to.write(i < lengths.length ? lengths[i] : 0);
        }
        for (short value : table.getValues()) {
            to.write(value);
        }
    }
}
