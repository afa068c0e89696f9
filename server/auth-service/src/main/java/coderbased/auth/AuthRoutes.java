package coderbased.auth;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Auth Service's HTTP calls, one line each; paths and bodies stand in {@link AuthHttp}. Hop 4 of the Guest Token's
 * way comes in here. The only class of the package that knows Javalin.
 */
public final class AuthRoutes {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final long MILLIS = 1_000;

    private final AuthService auth;

    /** Routes to that service. */
    public AuthRoutes(AuthService auth) {
        this.auth = auth;
    }

    /** Adds every path of {@link AuthHttp}. */
    public void addTo(RoutesConfig routes) {
        addAccounts(routes);
        addLinks(routes);
        addDevices(routes);
        addAdmin(routes);
        routes.get(AuthHttp.SERVER, answering(OK, (call, path) -> auth.facts()));
        routes.get(AuthHttp.JWKS, answering(OK, (call, path) -> auth.publicKeys()));
    }

    private void addAccounts(RoutesConfig routes) {
        routes.post(
                AuthHttp.ACCOUNTS,
                answering(CREATED, (call, path) -> auth.signUp(call.body(AuthHttp.SignUp.class), call.from())));
        routes.delete(
                AuthHttp.ACCOUNTS,
                doing((call, path) -> auth.deleteAccount(call.phone(), call.body(AuthHttp.ConfirmPassword.class))));
        routes.post(
                AuthHttp.SESSIONS,
                answering(CREATED, (call, path) -> auth.signIn(call.body(AuthHttp.SignIn.class), call.from())));
        routes.delete(AuthHttp.OWN_SESSION, doing((call, path) -> auth.logOut(call.device())));
        routes.post(
                AuthHttp.PASSWORD,
                answering(
                        CREATED,
                        (call, path) -> auth.changePassword(call.phone(), call.body(AuthHttp.ChangePassword.class))));
    }

    private void addLinks(RoutesConfig routes) {
        routes.post(
                AuthHttp.LINKS,
                answering(
                        CREATED,
                        (call, path) -> auth.claim(call.phone(), call.body(AuthHttp.ClaimCode.class), call.from())));
        routes.get(AuthHttp.LINK, answering(OK, (call, path) -> auth.link(call.phone(), path.of("id"))));
        routes.post(AuthHttp.APPROVE, answering(OK, (call, path) -> auth.approve(call.phone(), path.of("id"))));
        routes.post(AuthHttp.DENY, answering(OK, (call, path) -> auth.deny(call.phone(), path.of("id"))));
    }

    private void addDevices(RoutesConfig routes) {
        routes.get(AuthHttp.DEVICES, answering(OK, (call, path) -> auth.devices(call.phone())));
        routes.delete(AuthHttp.DEVICES, doing((call, path) -> auth.unlinkAll(call.phone())));
        routes.patch(
                AuthHttp.DEVICE,
                doing((call, path) -> auth.rename(call.phone(), path.of("id"), call.body(AuthHttp.Rename.class))));
        routes.delete(AuthHttp.DEVICE, doing((call, path) -> auth.unlink(call.phone(), path.of("id"))));
    }

    private void addAdmin(RoutesConfig routes) {
        routes.put(AuthHttp.ADMIN_BAN, doing((call, path) -> {
            call.requireAdmin();
            auth.ban(path.of("handle"), call.body(AuthHttp.Ban.class));
        }));
        routes.delete(AuthHttp.ADMIN_BAN, doing((call, path) -> {
            call.requireAdmin();
            auth.unban(path.of("handle"));
        }));
        routes.get(AuthHttp.ADMIN_ACCOUNTS, answering(OK, (call, path) -> {
            call.requireAdmin();
            return auth.accounts();
        }));
        routes.get(AuthHttp.ADMIN_SESSIONS, answering(OK, (call, path) -> {
            call.requireAdmin();
            return auth.sessions(path.of("handle"));
        }));
    }

    private Handler answering(int status, Answering work) {
        return context ->
                send(context, HttpAnswer.to(read(context), status, call -> work.on(call, context::pathParam)));
    }

    private Handler doing(Doing work) {
        return answering(NO_CONTENT, (call, path) -> {
            work.on(call, path);
            return null;
        });
    }

    private HttpCall read(Context context) throws IOException {
        // The address of the connection itself: what a header says of it is anybody's word.
        InetAddress from = InetAddress.ofLiteral(context.req().getRemoteAddr());
        byte[] content = context.req().getInputStream().readNBytes(Protocol.MAX_BODY_BYTES + 1);
        return new HttpCall(auth, Optional.ofNullable(context.header(Header.AUTHORIZATION)), from, content);
    }

    private static void send(Context context, HttpAnswer answer) {
        context.status(answer.status()).header(Header.CACHE_CONTROL, "no-store");
        if (answer.status() == UNAUTHORIZED) {
            context.header(Header.WWW_AUTHENTICATE, "Bearer");
        }
        if (answer.retryAfterMillis() != null) {
            context.header(Header.RETRY_AFTER, Long.toString((answer.retryAfterMillis() + MILLIS - 1) / MILLIS));
        }
        if (answer.json() != null) {
            context.contentType("application/json").result(answer.json());
        }
    }

    /** A call that has something to answer. */
    private interface Answering {
        @Nullable
        Object on(HttpCall call, Path path) throws Wire.Malformed;
    }

    /** A call that is only done. */
    private interface Doing {
        void on(HttpCall call, Path path) throws Wire.Malformed;
    }

    /** The variable parts of a path. */
    private interface Path {
        String of(String part);
    }
}
