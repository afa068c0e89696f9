package coderbased.auth;

import coderbased.protocol.DeviceKind;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call, read with suspicion. Of a call that is refused, the body is not read. What is called for is done in
 * the name of a session that may still be used once the body is there. For one thread.
 */
public final class HttpCall {

    /** Sentence for a read-only device that tries to write. */
    public static final String READ_ONLY =
            "This computer may only read. To write here, log it out on the phone and link it again.";

    private static final String BEARER = "Bearer";
    private static final String JSON = "application/json";

    private final AuthService auth;
    private final RequestTarget asked;
    private final Function<String, List<String>> headers;
    private final CallerAddress from;
    private final InputStream content;
    private @Nullable Session caller;

    /**
     * Reads nothing yet.
     *
     * @param asked its target
     * @param headers every value of a header, in order, by its name
     * @param from the caller's address
     * @param content the body, which may be endless
     */
    HttpCall(
            AuthService auth,
            RequestTarget asked,
            Function<String, List<String>> headers,
            CallerAddress from,
            InputStream content) {
        this.auth = auth;
        this.asked = asked;
        this.headers = headers;
        this.from = from;
        this.content = content;
    }

    /** Returns the caller's address. */
    public CallerAddress from() {
        return from;
    }

    /**
     * Returns the value of a header; empty if there is none.
     *
     * @throws AuthRefused if the call has it more than once
     */
    public Optional<String> header(String name) {
        return only(name, ErrorCode.BAD_REQUEST);
    }

    /** The body, which may be endless; reading fails once the session that {@code hold} is of may not be used. */
    public InputStream content(SessionHold hold) {
        return hold.guard(content);
    }

    /**
     * Holds the session of a call that takes longer than it is decided.
     *
     * @throws AuthRefused where it may not be used any more
     */
    public SessionHold hold(Session session) {
        return auth.holds().hold(session);
    }

    /**
     * The body as that record.
     *
     * @throws AuthRefused where it is more than {@link Protocol#MAX_BODY_BYTES}, or no text, or not declared as JSON,
     *     or the session that calls ended or was frozen while it came in
     * @throws IOException where the caller hung up
     */
    public <T> T body(Class<T> type) throws Wire.Malformed, IOException {
        requireJson();
        byte[] bytes = content.readNBytes(Protocol.MAX_BODY_BYTES + 1);
        if (caller != null) {
            auth.holds().requireUsable(caller);
        }
        if (bytes.length > Protocol.MAX_BODY_BYTES) {
            throw AuthRefused.because(
                    ErrorCode.TOO_BIG, "The request is too large. The limit is " + Protocol.MAX_BODY_BYTES + " bytes.");
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Wire.read(json, type);
        } catch (CharacterCodingException e) {
            throw AuthRefused.because(ErrorCode.BAD_REQUEST, "The server did not understand this app: not UTF-8.");
        }
    }

    /**
     * A web page may send other types to any server without asking (the Fetch standard calls them CORS-safelisted),
     * this one only where the server agrees, which it never does.
     */
    private void requireJson() {
        String declared = header("Content-Type").orElse("");
        String mediaType = declared.split(";", 2)[0].strip();
        if (!mediaType.equalsIgnoreCase(JSON)) {
            throw AuthRefused.because(
                    ErrorCode.NOT_JSON,
                    "The server did not understand this app: the Content-Type must be " + JSON + ".");
        }
    }

    /** The phone that calls. */
    Session phone() {
        return require(DeviceKind.PHONE);
    }

    /**
     * The phone or desktop that calls.
     *
     * @throws AuthRefused where nobody calls who may
     */
    public Session device() {
        return require(DeviceKind.PHONE, DeviceKind.WEB);
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

    /** Returns the nonce for the caller's next proof (RFC 9449 section 8.2); empty where nobody proved anything. */
    Optional<String> nextNonce() {
        return caller == null ? Optional.empty() : auth.nextProofNonce();
    }

    private Session require(DeviceKind... allowed) {
        Session session = auth.requireSession(presented(), allowed);
        caller = session;
        return session;
    }

    private DpopCredentials presented() {
        String token = token(Dpop.SCHEME);
        return new DpopCredentials(
                token, only(Dpop.HEADER, ErrorCode.PROOF_REFUSED).orElse(""), asked);
    }

    /**
     * The token (RFC 6750 section 2.1, RFC 9449 section 7.1): scheme, one blank, token. One that is bound to a key is
     * not taken without proof.
     */
    private String token(String scheme) {
        String start = scheme + " ";
        return header("Authorization")
                .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
                .map(header -> header.substring(start.length()))
                .orElseThrow(() ->
                        AuthRefused.because(ErrorCode.NOT_SIGNED_IN, "This device is not signed in. Sign in first."));
    }

    /**
     * The value of a header that a call has once (RFC 9449 section 4.3); two may mean two different things to two
     * readers.
     */
    private Optional<String> only(String name, ErrorCode otherwise) {
        List<String> values = headers.apply(name);
        if (values.size() > 1) {
            throw AuthRefused.because(otherwise, "The request has the header " + name + " more than once.");
        }
        return values.stream().findFirst();
    }

    /** Leaves header and body out. */
    @Override
    public String toString() {
        return "HttpCall[]";
    }
}
