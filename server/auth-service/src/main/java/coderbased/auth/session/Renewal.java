package coderbased.auth.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One presentation of a session's token on a chat connection.
 *
 * @param token the token's claims
 * @param opened time at which the connection was opened
 * @param now time at which the token is presented
 * @param address the device's address, as the server sees it
 */
public record Renewal(TokenName token, Instant opened, Instant now, String address) {

    /**
     * The row's view of a token.
     *
     * @param generation counts the session's tokens, from 1
     * @param tokenId this very token's own
     */
    public record TokenName(String sessionId, long generation, String tokenId) {}

    /**
     * True if the session was renewed on another connection after this one was opened: this connection is older than
     * that, and its device has moved on. A renewal in the future comes from another clock and says nothing.
     *
     * @param admittedAt time at which the session was first admitted; null before that
     */
    public boolean isOlderThan(Instant renewedAt, @Nullable Instant admittedAt) {
        return admittedAt != null && renewedAt.isAfter(opened) && !renewedAt.isAfter(now);
    }
}
