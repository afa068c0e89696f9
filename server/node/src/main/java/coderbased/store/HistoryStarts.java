package coderbased.store;

import coderbased.auth.session.Session;
import coderbased.chat.HistoryStart;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The starts of visible history of devices linked without history.
 *
 * <p>Recorded as message numbers, in the transaction that stores the session. A number, unlike a time, does not depend
 * on the clock of the node that linked the device, and never has to be computed later, when the account may have left
 * the conversation.
 */
public final class HistoryStarts {

    /** Stands for the conversation's id in the row which marks that a session's starts were recorded. */
    private static final String RECORDED = "";

    private HistoryStarts() {}

    /**
     * Records the starts of a session that was granted no history, so that it does not see what is there now; does
     * nothing for any other. Existing records stay: if two calls record at once, the second waits for the first and
     * changes nothing.
     */
    public static void record(Handle handle, Session session) {
        if (!session.choices().withoutHistory()) {
            return;
        }
        int first = handle.execute("""
                        INSERT INTO history_starts (session_id, conversation_id, first_seq, draft_number)
                        VALUES (?, ?, 0, 0) ON CONFLICT (session_id, conversation_id) DO NOTHING
                        """, session.id(), RECORDED);
        if (first == 0) {
            return;
        }
        handle.execute("""
                        INSERT INTO history_starts (session_id, conversation_id, first_seq, draft_number)
                        SELECT CAST(? AS TEXT), m.conversation_id, c.last_seq + 1, m.draft_number
                        FROM members m JOIN conversations c ON c.id = m.conversation_id
                        WHERE m.account_id = ? AND m.left_at IS NULL
                        """, session.id(), session.accountId());
    }

    /** Returns the starts recorded for the session, by conversation; empty if none were. */
    public static Map<String, HistoryStart> of(Handle handle, String sessionId) {
        Map<String, HistoryStart> starts = new HashMap<>();
        handle.createQuery("SELECT * FROM history_starts WHERE session_id = :session")
                .bind("session", sessionId)
                .map((row, context) -> starts.put(
                        row.getString("conversation_id"),
                        new HistoryStart(row.getLong("first_seq"), row.getLong("draft_number"))))
                .list();
        return starts;
    }

    /** Forgets the starts of sessions that ended before that time, in milliseconds since 1970. */
    public static void forgetEndedBefore(Handle handle, long millis) {
        handle.execute(
                "DELETE FROM history_starts WHERE session_id IN (SELECT id FROM sessions WHERE ended_at < ?)", millis);
    }
}
