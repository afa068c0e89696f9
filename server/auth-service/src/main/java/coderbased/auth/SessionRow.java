package coderbased.auth;

import coderbased.protocol.Logout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as the store keeps it: alive, or a tombstone that says why it ended.
 *
 * @param ended why; null while it is alive
 * @param frozenAt when its phone froze it; null while it is not
 * @param wipedAt when its device said that nothing of it is left there; null until then
 */
public record SessionRow(
        Session session,
        @Nullable Logout ended,
        @Nullable Instant frozenAt,
        @Nullable Instant wipedAt) {

    /** Whether it may connect. */
    public boolean isLive() {
        return ended == null;
    }
}
