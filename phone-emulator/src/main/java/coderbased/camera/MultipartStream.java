package coderbased.camera;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the parts of a multipart body one after the other (RFC 2046, section 5.1), as cameras send pictures that
 * replace each other. A part's length may be given in its header; where it is not, the next delimiter ends the part.
 *
 * <p>Used by one thread.
 */
final class MultipartStream {

    /** Maximum size of a picture. A stream without delimiters would fill the memory. */
    static final int MAX_BYTES = 16_000_000;

    private static final int MAX_LINE_CHARS = 1_000;
    private static final String LENGTH = "content-length:";

    private final InputStream in;
    private final byte[] delimiter;
    private byte[] part = new byte[64_000];
    private int count;
    private boolean atHeader;

    /** @param contentType of the whole body; its {@code boundary} may be quoted, or wrongly begin with its dashes */
    MultipartStream(InputStream in, String contentType) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.delimiter = ("--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns the content of the next part.
     *
     * @throws EOFException where there is no further part
     */
    byte[] next() throws IOException {
        int length = header();
        if (length < 0) {
            return upToDelimiter();
        }
        if (length > MAX_BYTES) {
            throw new IOException("A part of " + length + " bytes is no picture");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return content;
    }

    /** Reads up to the end of a part's header. Returns the part's length, or -1 if the header does not say it. */
    private int header() throws IOException {
        if (!atHeader) {
            upToDelimiter();
        }
        line();
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = number(line.substring(LENGTH.length()).strip());
            }
        }
        atHeader = false;
        return length;
    }

    private byte[] upToDelimiter() throws IOException {
        count = 0;
        do {
            if (count == MAX_BYTES) {
                throw new IOException("No delimiter within " + MAX_BYTES + " bytes");
            }
            if (count == part.length) {
                part = Arrays.copyOf(part, 2 * count);
            }
            part[count++] = (byte) read();
        } while (!endsWithDelimiter());
        atHeader = true;
        int end = count - delimiter.length;
        end -= end > 0 && part[end - 1] == '\n' ? 1 : 0;
        end -= end > 0 && part[end - 1] == '\r' ? 1 : 0;
        return Arrays.copyOf(part, end);
    }

    private boolean endsWithDelimiter() {
        int from = count - delimiter.length;
        return from >= 0 && Arrays.equals(part, from, count, delimiter, 0, delimiter.length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            line.append((char) next);
            if (line.length() > MAX_LINE_CHARS) {
                throw new IOException("A line in a part's header has no end");
            }
        }
        return line.toString().strip();
    }

    private int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private static int number(String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IOException("A part's length is \"" + digits + "\"", e);
        }
    }

    private static String boundary(String contentType) throws IOException {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (at < 0) {
            throw new IOException("A stream of parts without a boundary: " + contentType);
        }
        String value = contentType.substring(at + "boundary=".length()).strip();
        int semicolon = value.indexOf(';');
        String bare = (semicolon < 0 ? value : value.substring(0, semicolon))
                .replace("\"", "")
                .strip();
        return bare.startsWith("--") ? bare.substring(2) : bare;
    }
}
