package coderbased.protocol;

import java.util.Base64;

/**
 * Bytes as base64url without padding (RFC 4648 section 5, RFC 7515 section 2), in one spelling: no padding, no blanks,
 * no other alphabet, no spare bits in the last character. A second spelling of a proof or token would be a second proof
 * or token to whoever remembers texts. Thread-safe.
 */
public final class Base64Url {

    private Base64Url() {}

    /** Returns the one spelling of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Returns the bytes.
     *
     * @throws IllegalArgumentException where the text is not the one spelling of any
     */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("another spelling of base64url");
        }
        return bytes;
    }
}
