package coderbased.auth;

import io.javalin.config.RoutesConfig;

/** The Auth Service's HTTP calls: the only class here that knows Javalin. */
public final class AuthRoutes {

    private final AuthService auth;

    /** Routes to that service. */
    public AuthRoutes(AuthService auth) {
        this.auth = auth;
    }

    /** Adds every path of {@link coderbased.protocol.AuthHttp}. */
    public void addTo(RoutesConfig routes) {}
}
