package coderbased.auth;

import coderbased.protocol.AuthHttp;
import io.javalin.config.RoutesConfig;

/**
 * The HTTP calls of the people who run the server. They need the admin token, and belong on the admin door only: what
 * the public door does not have, nobody finds there.
 */
public final class AdminRoutes {

    private static final int OK = 200;

    private final AuthService auth;
    private final CallRoutes calls;

    /** Routes to that service. */
    public AdminRoutes(AuthService auth, CallRoutes calls) {
        this.auth = auth;
        this.calls = calls;
    }

    /** Adds the paths of {@link AuthHttp} that begin with {@code /admin}. */
    public void addTo(RoutesConfig routes) {
        routes.put(AuthHttp.ADMIN_BAN, calls.doing((call, path) -> {
            call.requireAdmin();
            auth.admin().ban(path.of("handle"), call.body(AuthHttp.Ban.class));
        }));
        routes.delete(AuthHttp.ADMIN_BAN, calls.doing((call, path) -> {
            call.requireAdmin();
            auth.admin().unban(path.of("handle"));
        }));
        routes.get(AuthHttp.ADMIN_ACCOUNTS, calls.answering(OK, (call, path) -> {
            call.requireAdmin();
            return auth.admin().accounts();
        }));
        routes.get(AuthHttp.ADMIN_SESSIONS, calls.answering(OK, (call, path) -> {
            call.requireAdmin();
            return auth.admin().sessions(path.of("handle"));
        }));
    }
}
