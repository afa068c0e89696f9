package coderbased.store.auth;

import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The statements that record something about a session without changing its rights. */
final class SessionNotes {

    private SessionNotes() {}

    static boolean answered(Handle handle, String accountId, String sessionId, Instant now) {
        return handle.createUpdate("""
                        UPDATE sessions SET answered_at = COALESCE(answered_at, :now)
                        WHERE id = :id AND account_id = :account AND kind = 'WEB' AND ended_at IS NULL
                        """)
                        .bind("now", Timestamps.millis(now))
                        .bind("id", sessionId)
                        .bind("account", accountId)
                        .execute()
                == 1;
    }

    static int[] touch(Handle handle, Collection<String> sessionIds, Instant now) {
        PreparedBatch batch =
                handle.prepareBatch("UPDATE sessions SET last_active_at = :now WHERE id = :id AND ended_at IS NULL");
        for (String id : sessionIds) {
            batch.bind("now", Timestamps.millis(now)).bind("id", id).add();
        }
        return batch.execute();
    }

    static boolean rename(Handle handle, String accountId, String sessionId, String name) {
        return handle.createUpdate("""
                        UPDATE sessions SET device_name = :name
                        WHERE id = :id AND account_id = :account AND kind = 'WEB' AND ended_at IS NULL
                        """)
                        .bind("name", name)
                        .bind("id", sessionId)
                        .bind("account", accountId)
                        .execute()
                == 1;
    }

    static boolean wiped(Handle handle, String sessionId, Instant now) {
        return handle.createUpdate("UPDATE sessions SET wiped_at = :now WHERE id = :id AND ended_at IS NOT NULL AND"
                                + " wiped_at IS NULL")
                        .bind("now", Timestamps.millis(now))
                        .bind("id", sessionId)
                        .execute()
                == 1;
    }
}
