package coderbased.auth;

import coderbased.auth.linking.InProcessGuestRpc;
import coderbased.auth.passwords.PasswordCost;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.AuthKeys;
import coderbased.protocol.AuthHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Auth Services without a node around them, as the product sets them up. */
public final class AuthNodes {

    /** A cost of next to nothing. */
    public static final PasswordCost CHEAP = new PasswordCost(64, 1, 2, 10_000, 64);

    private AuthNodes() {}

    /** Returns the product's settings, except that a password's hash costs next to nothing. */
    static AuthSettings settings(String node) {
        return AuthSettings.defaults(node, "test").with(CHEAP);
    }

    /** One for itself. */
    public static AuthService alone(AuthStore store, Path keys, Clock clock, SecureRandom random) throws IOException {
        return named("AAAA", store, new InProcessAuthEvents(), keys, clock, random);
    }

    /** One of several that hear of each other's doings by {@code events}. */
    public static AuthService named(
            String node, AuthStore store, AuthEvents events, Path keys, Clock clock, SecureRandom random)
            throws IOException {
        return new AuthService(
                settings(node),
                store,
                new AuthBus(events, new InProcessGuestRpc(), false),
                AuthKeys.open(keys, random),
                new AuthContext(clock, random));
    }

    /** A phone freezes a device, at that node. */
    public static void freeze(AuthService at, Session phone, String device) {
        at.devices().freeze(phone, device);
    }

    /** A phone gives a device another name, at that node. */
    public static void rename(AuthService at, Session phone, String device, String name) {
        at.devices().rename(phone, device, new AuthHttp.Rename(name));
    }

    /** A phone logs a device out, at that node. */
    public static void unlink(AuthService at, Session phone, String device) {
        at.devices().unlink(phone, device);
    }
}
