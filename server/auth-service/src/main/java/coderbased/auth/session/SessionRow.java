package coderbased.auth.session;

import coderbased.protocol.Logout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as the store keeps it: alive, or a tombstone that says why it ended.
 *
 * @param ended its end; null while it is alive
 * @param frozenAt time at which its phone froze it; null if it is not frozen
 * @param wipedAt time at which its device reported that it is wiped; null until then
 */
public record SessionRow(
        Session session,
        @Nullable Logout ended,
        @Nullable Instant frozenAt,
        @Nullable Instant wipedAt) {

    /** True if it may connect. */
    public boolean isLive() {
        return ended == null;
    }
}
