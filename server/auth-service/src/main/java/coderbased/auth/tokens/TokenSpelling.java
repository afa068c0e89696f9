package coderbased.auth.tokens;

import coderbased.protocol.Base64Url;
import coderbased.protocol.Protocol;

/**
 * The one spelling of a JWT (RFC 7515 section 7.1), tested before anything is parsed. Libraries read the same token in
 * several spellings (padding, other alphabet, spare bits of the last character) and spend time on megabytes of junk.
 */
final class TokenSpelling {

    private static final int PARTS = 3;

    private TokenSpelling() {}

    /** The same for a token of ours, which is not longer than {@link Protocol#MAX_TOKEN_CHARS}. */
    static boolean isPlain(String token) {
        return isPlain(token, Protocol.MAX_TOKEN_CHARS);
    }

    /** True if the text is three parts in base64url of at least a byte each, and not longer than that. */
    static boolean isPlain(String token, int maxChars) {
        if (token.length() > maxChars) {
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
            return Base64Url.decode(part).length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
