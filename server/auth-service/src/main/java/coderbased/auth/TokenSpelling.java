package coderbased.auth;

import coderbased.protocol.Protocol;
import java.util.Base64;

/**
 * Whether a text is spelled as tokens are, before anything is parsed. A JWT library reads the same token in several
 * spellings (padding, other alphabet, spare bits of the last character) and spends time on megabytes of junk.
 */
final class TokenSpelling {

    private static final int PARTS = 3;

    private TokenSpelling() {}

    static boolean isPlain(String token) {
        if (token.length() > Protocol.MAX_TOKEN_CHARS) {
            return false;
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        for (String part : parts) {
            if (!isCanonical(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonical(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return bytes.length > 0
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
