package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.session.AuthRefused;
import coderbased.http.CallContent;
import coderbased.http.CallerAddress;
import coderbased.http.Callers;
import coderbased.http.HttpAnswer;
import coderbased.http.RequestTarget;
import coderbased.http.TimelyBody;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The common part of the HTTP calls of all services: the caller, and the answer to a refusal. */
public final class CallRoutes {

    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final long MILLIS = 1_000;

    private final AuthService auth;
    private final Callers callers;

    /** Calls by the sessions of that service. */
    public CallRoutes(AuthService auth, Callers callers) {
        this.auth = auth;
        this.callers = callers;
    }

    /** Answers with that status and what {@code work} returns, as JSON; with no body for null. */
    public Handler answering(int status, Answering work) {
        return context -> found(context, (call, path) -> HttpAnswer.of(status, work.on(call, path)))
                .ifPresent(answer -> send(context, answer));
    }

    /** Answers with no content. */
    public Handler doing(Doing work) {
        return answering(NO_CONTENT, (call, path) -> {
            work.on(call, path);
            return null;
        });
    }

    /** Returns an answer that is not JSON; empty if the call was refused, which is answered already. */
    public <T> Optional<T> found(Context context, Finding<T> work) {
        try {
            HttpCall call = read(context);
            T found = work.on(call, context::pathParam);
            call.nextNonce().ifPresent(nonce -> context.header(Dpop.NONCE_HEADER, nonce));
            return Optional.of(found);
        } catch (RuntimeException | Wire.Malformed e) {
            HttpAnswer answer = HttpAnswer.of(e);
            note(answer.refused(), context);
            send(context, answer);
            return Optional.empty();
        } catch (IOException _) {
            send(context, HttpAnswer.of(AuthRefused.because(ProblemReason.REQUEST_INCOMPLETE)));
            return Optional.empty();
        }
    }

    /** Notes a refusal that may be an attack. A stale proof is none: the device tries again with a nonce. */
    private void note(@Nullable ErrorCode refused, Context context) {
        switch (refused) {
            case PROOF_REFUSED ->
                auth.log()
                        .note(
                                SecurityEvent.PROOF_REFUSED,
                                refused,
                                from(context).text());
            case SLOW_DOWN, LIMIT_REACHED ->
                auth.log()
                        .note(
                                SecurityEvent.RATE_LIMITED,
                                refused,
                                null,
                                from(context).text());
            case null, default -> {}
        }
    }

    private HttpCall read(Context context) throws IOException {
        String host = context.header(Header.HOST);
        return new HttpCall(
                auth,
                new RequestTarget(
                        context.method().name(),
                        host == null ? "" : host,
                        context.req().getRequestURI()),
                from(context),
                new CallContent(
                        name -> Collections.list(context.req().getHeaders(name)),
                        new TimelyBody(context.req().getInputStream(), System::nanoTime)));
    }

    private CallerAddress from(Context context) {
        return callers.of(
                connected(context.req().getRemoteAddr()),
                name -> Collections.list(context.req().getHeaders(name)));
    }

    /** The other end of the connection. The interface that it was seen on says nothing about it. */
    private static InetAddress connected(String remote) {
        return InetAddress.ofLiteral(remote.replaceFirst("%[^\\]]*", ""));
    }

    private void send(Context context, HttpAnswer answer) {
        context.status(answer.status()).header(Header.CACHE_CONTROL, "no-store");
        if (answer.status() == UNAUTHORIZED) {
            context.header(Header.WWW_AUTHENTICATE, challenge(answer.refused()));
        }
        if (answer.refused() == ErrorCode.PROOF_STALE) {
            context.header(Dpop.NONCE_HEADER, auth.proofNonce());
        }
        if (answer.retryAfterMillis() != null) {
            context.header(Header.RETRY_AFTER, Long.toString((answer.retryAfterMillis() + MILLIS - 1) / MILLIS));
        }
        if (answer.json() != null) {
            context.contentType("application/json").result(answer.json());
        }
    }

    /** Returns the challenge for a caller without a valid proof (RFC 9449 section 7.1). */
    private static String challenge(@Nullable ErrorCode refused) {
        String error = switch (refused) {
            case PROOF_REFUSED -> "error=\"invalid_dpop_proof\", ";
            case PROOF_STALE -> "error=\"use_dpop_nonce\", ";
            case null, default -> "";
        };
        return Dpop.SCHEME + " " + error + "algs=\"" + Dpop.ALGORITHM + "\"";
    }

    /** A call that has something to answer. An {@link IOException} means that the caller hung up. */
    public interface Answering {

        /** The answer. */
        @Nullable
        Object on(HttpCall call, Path path) throws Wire.Malformed, IOException;
    }

    /** A call that is only done. */
    public interface Doing {

        /** Does it. */
        void on(HttpCall call, Path path) throws Wire.Malformed, IOException;
    }

    /** A call whose answer is no JSON. */
    public interface Finding<T> {

        /** Returns the answer. */
        T on(HttpCall call, Path path) throws Wire.Malformed, IOException;
    }

    /** The variable parts of a path. */
    public interface Path {

        /** One of them. */
        String of(String part);
    }
}
