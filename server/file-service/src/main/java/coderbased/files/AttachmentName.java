package coderbased.files;

import java.nio.charset.StandardCharsets;

/** Encoder of a file's name, of any characters, for an HTTP header. */
final class AttachmentName {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private AttachmentName() {}

    /** Returns the value of {@code Content-Disposition} (RFC 6266) for a file that is to be saved and not shown. */
    static String disposition(String name) {
        StringBuilder value = new StringBuilder("attachment; filename=\"file\"; filename*=UTF-8''");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                value.append((char) b);
            } else {
                value.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return value.toString();
    }

    /** True if the byte needs no escape (RFC 8187 section 3.2.1, attr-char). */
    private static boolean isPlain(byte b) {
        return (b >= '0' && b <= '9')
                || (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b > 0 && PLAIN.indexOf(b) >= 0);
    }
}
