package coderbased.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a session was used so far.
 *
 * @param generation the highest token generation that was presented
 * @param createdAt when it was made
 * @param admittedAt when it first re-initialised; null until then
 * @param renewedAt when it last re-initialised: its lifetime counts from here
 * @param lastActiveAt when the server last heard of it
 * @param address where the server last saw it
 * @param renewals how often it re-initialised: orders two connections of one session
 */
public record SessionUse(
        long generation,
        Instant createdAt,
        @Nullable Instant admittedAt,
        Instant renewedAt,
        Instant lastActiveAt,
        String address,
        long renewals) {

    /** A session just made. */
    static SessionUse fresh(Instant now, String address) {
        return new SessionUse(1, now, null, now, now, address, 0);
    }
}
