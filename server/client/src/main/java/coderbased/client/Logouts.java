package coderbased.client;

import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.time.Clock;

/** The ends of a session that the client finds out by itself. */
final class Logouts {

    private Logouts() {}

    /** The person pressed "log out" on this device. */
    static Logout here(Clock clock) {
        return Logout.of(LogoutReason.LOGGED_OUT_HERE, Initiator.USER, clock.instant());
    }

    /** What is kept here can not be presented: damaged, or another server's. */
    static Logout unusable(Clock clock) {
        return Logout.of(LogoutReason.TOKEN_INVALID, Initiator.SYSTEM, clock.instant());
    }
}
