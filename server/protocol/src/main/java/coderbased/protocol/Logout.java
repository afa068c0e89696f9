package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a session, as a fact: the same value is pushed to a connected device and told to one that was away.
 *
 * @param reason the reason
 * @param by the cause
 * @param at time of the end, by the server's clock
 * @param until end of a ban; null for none
 * @param note a note from the people who run the server; usually null
 */
public record Logout(
        LogoutReason reason,
        Initiator by,
        Instant at,
        @Nullable Instant until,
        @Nullable String note) {

    /** A logout that nobody set an end to. */
    public static Logout of(LogoutReason reason, Initiator by, Instant at) {
        return new Logout(reason, by, at, null, null);
    }
}
