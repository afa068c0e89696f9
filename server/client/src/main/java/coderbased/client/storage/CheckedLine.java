package coderbased.client.storage;

import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** A line of a file: checksum of the rest (CRC-32, RFC 1952 section 8, in hex), a space, a record as JSON. */
final class CheckedLine {

    private static final int CHECKSUM_CHARS = 8;

    private CheckedLine() {}

    /** Returns the line, with its line break. */
    static String of(Object value) {
        String json = Wire.write(value);
        return checksum(json) + " " + json + "\n";
    }

    /** Parses a line without its line break; empty if it is torn, damaged, or of another version. */
    static <T> Optional<T> read(String text, Class<T> kind) {
        if (text.length() <= CHECKSUM_CHARS || text.charAt(CHECKSUM_CHARS) != ' ') {
            return Optional.empty();
        }
        String json = text.substring(CHECKSUM_CHARS + 1);
        if (!text.startsWith(checksum(json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.read(json, kind));
        } catch (Wire.Malformed _) {
            return Optional.empty();
        }
    }

    private static String checksum(String json) {
        CRC32 sum = new CRC32();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
