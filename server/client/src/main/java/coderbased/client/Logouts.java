package coderbased.client;

import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.time.Clock;

/** Logouts that the client detects by itself. */
final class Logouts {

    private Logouts() {}

    /** Returns the logout for "log out" pressed on this device. */
    static Logout here(Clock clock) {
        return Logout.of(LogoutReason.LOGGED_OUT_HERE, Initiator.USER, clock.instant());
    }

    /** Returns the logout for stored credentials that cannot be presented. */
    static Logout unusable(Clock clock) {
        return Logout.of(LogoutReason.TOKEN_INVALID, Initiator.SYSTEM, clock.instant());
    }
}
