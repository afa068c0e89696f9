package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionHold;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.http.CallContent;
import coderbased.http.CallerAddress;
import coderbased.http.RequestTarget;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Dpop;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call, read with suspicion. Of a call that is refused, the body is not read. What is called for is done in
 * the name of a session that may still be used once the body is there. For one thread.
 */
public final class HttpCall {

    private static final String BEARER = "Bearer";

    private final AuthService auth;
    private final RequestTarget asked;
    private final CallerAddress from;
    private final CallContent content;
    private @Nullable Session caller;

    /**
     * Reads nothing yet.
     *
     * @param asked its target
     * @param from the caller's address
     */
    HttpCall(AuthService auth, RequestTarget asked, CallerAddress from, CallContent content) {
        this.auth = auth;
        this.asked = asked;
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
     * @throws coderbased.http.CallRefused if the call has it more than once
     */
    public Optional<String> header(String name) {
        return content.header(name, ProblemReason.HEADER_REPEATED);
    }

    /** The body, which may be endless; reading fails once the session that {@code hold} is of may not be used. */
    public InputStream content(SessionHold hold) {
        return hold.guard(content.stream());
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
     * Returns the body as that record.
     *
     * @throws coderbased.http.CallRefused if it is more than {@link Protocol#MAX_BODY_BYTES}, or no text, or not
     *     declared as JSON, or the session that calls ended or was frozen while it came in
     * @throws IOException if the caller hung up
     */
    public <T> T body(Class<T> type) throws Wire.Malformed, IOException {
        return content.body(type, this::requireUsable);
    }

    private void requireUsable() {
        if (caller != null) {
            auth.holds().requireUsable(caller);
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
            throw AuthRefused.because(ProblemReason.DEVICE_READ_ONLY);
        }
        return session;
    }

    /** Refuses unless the people who run the server call. */
    public void requireAdmin() {
        try {
            auth.requireAdmin(token(BEARER));
        } catch (AuthRefused e) {
            auth.log().note(SecurityEvent.OPERATOR_REFUSED, asked.path(), from.text());
            throw e;
        }
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
                new Secret(token),
                new Secret(content.header(Dpop.HEADER, ProblemReason.PROOF_REPEATED)
                        .orElse("")),
                asked);
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
                .orElseThrow(() -> AuthRefused.because(ProblemReason.NOT_SIGNED_IN));
    }
}
