package coderbased.node;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text in a URI, in which bytes may be escaped (RFC 3986 section 2.1). */
final class EscapedText {

    private static final char ESCAPE = '%';
    private static final int DIGITS = 2;

    private EscapedText() {}

    /** True if each escape has two digits and all bytes together are UTF-8. */
    static boolean isWellFormed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != ESCAPE) {
                int next = text.offsetByCodePoints(at, 1);
                bytes.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
                at = next;
            } else if (isHex(text, at + 1)) {
                bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 1 + DIGITS));
                at += 1 + DIGITS;
            } else {
                return false;
            }
        }
        return isUtf8(bytes.toByteArray());
    }

    private static boolean isHex(String text, int from) {
        return from + DIGITS <= text.length()
                && text.substring(from, from + DIGITS).chars().allMatch(HexFormat::isHexDigit);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
