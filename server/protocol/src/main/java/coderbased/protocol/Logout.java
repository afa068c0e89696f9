package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a session, as a fact: the same value is pushed to a connected device and told to one that was away.
 *
 * @param reason why
 * @param by who caused it
 * @param at when, by the server's clock
 * @param until when a ban ends; null where nothing ends by itself
 * @param note what the people who run the server want to say about it; null mostly
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
