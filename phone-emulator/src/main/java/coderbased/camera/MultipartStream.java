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
 * replace each other.
 *
 * <p>Cameras write delimiters other than they announce, or none, and lengths that are zero or missing. A picture is
 * therefore cut out by its own structure, wherever it begins. A part of another kind ends by its length, or else at
 * the next delimiter.
 *
 * <p>Used by one thread.
 */
final class MultipartStream {

    /** Maximum size of a picture. A stream without delimiters would fill the memory. */
    static final int MAX_BYTES = 16_000_000;

    private static final int MAX_LINE_CHARS = 1_000;
    private static final String LENGTH = "content-length:";

    private final InputStream in;
    private final PictureCutter pictures;
    private String delimiter;
    private byte[] part = new byte[64_000];
    private int count;
    private int skipped;
    private boolean atHeader;

    /**
     * @param contentType of the whole body; its {@code boundary} may be missing, quoted, or wrongly begin with its
     *     dashes
     */
    MultipartStream(InputStream in, String contentType) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.pictures = new PictureCutter(this.in, MAX_BYTES);
        this.delimiter = boundary(contentType);
    }

    /**
     * Returns the content of the next part.
     *
     * @throws EOFException where there is no further part
     */
    byte[] next() throws IOException {
        skipped = 0;
        while (!pictures.atPicture()) {
            if (!atHeader && !isDelimiter(line())) {
                continue;
            }
            int length = header();
            if (!pictures.atPicture()) {
                return length > 0 ? ofLength(length) : upToDelimiter();
            }
        }
        atHeader = false;
        return pictures.cut();
    }

    /** Returns everything up to the end of the body. */
    byte[] rest() throws IOException {
        return in.readNBytes(MAX_BYTES);
    }

    /** True if the body begins with a picture or as a multipart body does, whatever its media type says. */
    boolean looksLikePictures() throws IOException {
        if (pictures.atPicture()) {
            return true;
        }
        String head = new String(pictures.peek(16), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("--") || head.startsWith("content-");
    }

    private byte[] ofLength(int length) throws IOException {
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
        if (atHeader) {
            line();
        }
        atHeader = false;
        int length = -1;
        while (!pictures.atPicture()) {
            String line = line();
            if (line.length() > MAX_LINE_CHARS) {
                throw new IOException("A line in a part's header has no end");
            }
            if (line.isEmpty()) {
                return length;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = number(line.substring(LENGTH.length()).strip());
            }
        }
        return length;
    }

    private boolean isDelimiter(String line) {
        if (delimiter.isEmpty() && line.startsWith("--") && line.length() > 2) {
            delimiter = line.substring(2);
        }
        return !delimiter.isEmpty() && (line.startsWith("--" + delimiter) || line.equals(delimiter));
    }

    private byte[] upToDelimiter() throws IOException {
        byte[] end = ("--" + delimiter).getBytes(StandardCharsets.ISO_8859_1);
        count = 0;
        do {
            if (count == MAX_BYTES) {
                throw new IOException("No delimiter within " + MAX_BYTES + " bytes");
            }
            if (count == part.length) {
                part = Arrays.copyOf(part, 2 * count);
            }
            part[count++] = (byte) read();
        } while (!endsWith(end));
        atHeader = true;
        int last = count - end.length;
        last -= last > 0 && part[last - 1] == '\n' ? 1 : 0;
        last -= last > 0 && part[last - 1] == '\r' ? 1 : 0;
        return Arrays.copyOf(part, last);
    }

    private boolean endsWith(byte[] end) {
        int from = count - end.length;
        return from >= 0 && Arrays.equals(part, from, count, end, 0, end.length);
    }

    /** Reads a line, or up to a picture, or a little more than a line may have. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = read();
        while (next != '\n' && line.length() <= MAX_LINE_CHARS) {
            line.append((char) next);
            if (pictures.atPicture()) {
                break;
            }
            next = read();
        }
        return line.toString().strip();
    }

    private int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        if (++skipped > MAX_BYTES) {
            throw new IOException("No picture within " + MAX_BYTES + " bytes");
        }
        return next;
    }

    /** Returns a length; -1 if it is empty or no number, because some cameras write one of these. */
    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String boundary(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (at < 0) {
            return "";
        }
        String value = contentType.substring(at + "boundary=".length()).strip();
        int semicolon = value.indexOf(';');
        String bare = (semicolon < 0 ? value : value.substring(0, semicolon))
                .replace("\"", "")
                .strip();
        return bare.startsWith("--") ? bare.substring(2) : bare;
    }
}
