package coderbased.auth;

import coderbased.protocol.DeviceKind;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One HTTP call, read with suspicion.
 *
 * @param authorization the header of that name; empty where there is none
 * @param from where the connection comes from
 * @param content the body, at most one byte more than {@link Protocol#MAX_BODY_BYTES}
 */
record HttpCall(AuthService auth, Optional<String> authorization, InetAddress from, byte[] content) {

    private static final String SCHEME = "Bearer ";

    /** The body as that record. */
    <T> T body(Class<T> type) throws Wire.Malformed {
        if (content.length > Protocol.MAX_BODY_BYTES) {
            throw AuthRefused.because(
                    ErrorCode.TOO_BIG, "This is more than the server takes: " + Protocol.MAX_BODY_BYTES + " bytes.");
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Wire.read(json, type);
        } catch (CharacterCodingException notText) {
            throw AuthRefused.because(ErrorCode.BAD_REQUEST, "The server did not understand this app: not UTF-8.");
        }
    }

    /** The phone that calls. */
    Session phone() {
        return auth.requireSession(bearer(), DeviceKind.PHONE);
    }

    /** The phone or desktop that calls. */
    Session device() {
        return auth.requireSession(bearer(), DeviceKind.PHONE, DeviceKind.WEB);
    }

    /** Refuses unless the people who run the server call. */
    void requireAdmin() {
        auth.requireAdmin(bearer());
    }

    /** The token (RFC 6750 section 2.1). */
    private String bearer() {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .orElseThrow(() ->
                        AuthRefused.because(ErrorCode.NOT_SIGNED_IN, "This device is not signed in. Sign in first."));
    }

    /** Leaves header and body out. */
    @Override
    public String toString() {
        return "HttpCall[]";
    }
}
