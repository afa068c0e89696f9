package coderbased.client;

import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link FileJournal}: the checksum of what follows (CRC-32, RFC 1952 section 8, in hex), a space, and this
 * record as JSON.
 *
 * @param name of the deed
 * @param deed what it is from now on; null for not kept any more
 */
record JournalLine(String name, @Nullable Deed deed) {

    private static final int CHECKSUM_CHARS = 8;

    /** With the line's end. */
    String text() {
        String json = Wire.write(this);
        return checksum(json) + " " + json + "\n";
    }

    /** What a line says; nothing where it is torn or damaged. Without the line's end. */
    static Optional<JournalLine> read(String text) {
        if (text.length() <= CHECKSUM_CHARS || text.charAt(CHECKSUM_CHARS) != ' ') {
            return Optional.empty();
        }
        String json = text.substring(CHECKSUM_CHARS + 1);
        if (!text.startsWith(checksum(json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.read(json, JournalLine.class));
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
