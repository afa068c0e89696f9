package coderbased.client.storage;

import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** A line of a file of ours: the checksum of what follows (CRC-32, RFC 1952 section 8, in hex), a space, a record as JSON. */
final class CheckedLine {

    private static final int CHECKSUM_CHARS = 8;

    private CheckedLine() {}

    /** With the line's end. */
    static String of(Object value) {
        String json = Wire.write(value);
        return checksum(json) + " " + json + "\n";
    }

    /** What a line says; nothing where it is torn, damaged, or of another version. Without the line's end. */
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
        } catch (Wire.Malformed ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static String checksum(String json) {
        CRC32 sum = new CRC32();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
