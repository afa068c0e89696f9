package coderbased.auth;

import coderbased.protocol.Logout;
import org.jspecify.annotations.Nullable;

/** A session as the store keeps it: alive, or a tombstone that says why it ended. */
public record SessionRow(Session session, @Nullable Logout ended) {

    /** Whether it may connect. */
    public boolean isLive() {
        return ended == null;
    }
}
