package coderbased.auth;

import coderbased.protocol.DeviceKind;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * One HTTP call, read with suspicion. Of a call that is refused, the body is not read.
 *
 * @param asked what for
 * @param headers by their names
 * @param from where the connection comes from
 * @param content the body, which may be endless
 */
public record HttpCall(
        AuthService auth,
        Asked asked,
        Function<String, Optional<String>> headers,
        InetAddress from,
        InputStream content) {

    /** What a device that may only read hears when it tries to write. */
    public static final String READ_ONLY =
            "This computer may only read. To write here, log it out on the phone and link it again.";

    private static final String BEARER = "Bearer";

    /**
     * The body as that record.
     *
     * @throws AuthRefused where it is more than {@link Protocol#MAX_BODY_BYTES}, or no text
     * @throws IOException where the caller hung up
     */
    public <T> T body(Class<T> type) throws Wire.Malformed, IOException {
        byte[] bytes = content.readNBytes(Protocol.MAX_BODY_BYTES + 1);
        if (bytes.length > Protocol.MAX_BODY_BYTES) {
            throw AuthRefused.because(
                    ErrorCode.TOO_BIG, "This is more than the server takes: " + Protocol.MAX_BODY_BYTES + " bytes.");
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Wire.read(json, type);
        } catch (CharacterCodingException notText) {
            throw AuthRefused.because(ErrorCode.BAD_REQUEST, "The server did not understand this app: not UTF-8.");
        }
    }

    /** The phone that calls. */
    Session phone() {
        return auth.requireSession(presented(), DeviceKind.PHONE);
    }

    /**
     * The phone or desktop that calls.
     *
     * @throws AuthRefused where nobody calls who may
     */
    public Session device() {
        return auth.requireSession(presented(), DeviceKind.PHONE, DeviceKind.WEB);
    }

    /** The device that calls logs itself out; a frozen one may. */
    void logOut() {
        auth.logOut(presented());
    }

    /** The device that calls has wiped a session that is over. */
    void receipt() {
        auth.receive(presented());
    }

    /**
     * The phone or desktop that calls to change something.
     *
     * @throws AuthRefused where nobody calls who may, or the device may only read
     */
    public Session writer() {
        Session session = device();
        if (session.choices().readOnly()) {
            throw AuthRefused.because(ErrorCode.NOT_ALLOWED, READ_ONLY);
        }
        return session;
    }

    /** Refuses unless the people who run the server call. */
    public void requireAdmin() {
        auth.requireAdmin(token(BEARER));
    }

    private Presented presented() {
        String token = token(Dpop.SCHEME);
        return new Presented(token, headers.apply(Dpop.HEADER).orElse(""), asked);
    }

    /** The token (RFC 6750 section 2.1, RFC 9449 section 7.1). One that is bound to a key is not taken without proof. */
    private String token(String scheme) {
        String start = scheme + " ";
        return headers.apply("Authorization")
                .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
                .map(header -> header.substring(start.length()).strip())
                .orElseThrow(() ->
                        AuthRefused.because(ErrorCode.NOT_SIGNED_IN, "This device is not signed in. Sign in first."));
    }

    /** Leaves header and body out. */
    @Override
    public String toString() {
        return "HttpCall[]";
    }
}
