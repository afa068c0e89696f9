package coderbased.auth.session;

import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The people who run the server suspended an account.
 *
 * @param until its end; null for none
 * @param note a note for the person; usually null
 */
public record AccountBan(
        Instant at, @Nullable Instant until, @Nullable String note) {

    boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** The same as every device of the account hears it. */
    public Logout logout() {
        return new Logout(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, at, until, note);
    }
}
