package coderbased.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of a file's bytes, both ends included (RFC 9110 section 14.1.2).
 *
 * @param first the number of the first byte, from 0
 * @param last the number of the last byte
 */
record ByteRange(long first, long last) {

    // Eighteen digits are more than any file and less than a long.
    private static final Pattern ONE = Pattern.compile("bytes=(?:(\\d{1,18})-(\\d{0,18})|-(\\d{1,18}))");

    /** The request of a {@code Range} header. */
    sealed interface Asked {

        /** These bytes. */
        record Part(ByteRange range) implements Asked {}

        /** Bytes that the file does not have. */
        record Nothing() implements Asked {}

        /** The whole file: a header that asks for anything but one range of bytes may be ignored. */
        record Whole() implements Asked {}
    }

    /** Parses the header for a file of {@code size} bytes. */
    static Asked read(String header, long size) {
        Matcher one = ONE.matcher(header.strip());
        if (!one.matches()) {
            return new Asked.Whole();
        }
        if (one.group(3) != null) {
            return within(Math.max(0, size - Long.parseLong(one.group(3))), size - 1, size);
        }
        long first = Long.parseLong(one.group(1));
        if (one.group(2).isEmpty()) {
            return within(first, size - 1, size);
        }
        long last = Long.parseLong(one.group(2));
        return last < first ? new Asked.Whole() : within(first, Math.min(last, size - 1), size);
    }

    long length() {
        return last - first + 1;
    }

    private static Asked within(long first, long last, long size) {
        return first < size && first <= last ? new Asked.Part(new ByteRange(first, last)) : new Asked.Nothing();
    }
}
