package coderbased.auth.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The use of a session so far.
 *
 * @param generation the highest token generation that was presented
 * @param createdAt time of its creation
 * @param admittedAt time of its first re-initialisation; null until then
 * @param renewedAt time of its last re-initialisation: its lifetime counts from here
 * @param lastActiveAt time of its last activity
 * @param address its last address, as the server saw it
 * @param renewals number of its re-initialisations: orders two connections of one session
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
    public static SessionUse fresh(Instant now, String address) {
        return new SessionUse(1, now, null, now, now, address, 0);
    }
}
