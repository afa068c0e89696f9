package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** The invariants of every database, whatever failed. */
final class Wholeness {

    /** Each counts what must not be. */
    private static final List<String> NEVER = List.of(
            """
            SELECT COUNT(*) FROM conversations c WHERE
                last_seq <> (SELECT COUNT(*) FROM messages m WHERE m.conversation_id = c.id)
                OR last_seq <> (SELECT COALESCE(MAX(seq), 0) FROM messages m WHERE m.conversation_id = c.id)
                OR last_rev <> (SELECT COALESCE(MAX(rev), 0) FROM messages m WHERE m.conversation_id = c.id)
            """,
            "SELECT COUNT(*) FROM (SELECT 1 FROM messages GROUP BY conversation_id, rev HAVING COUNT(*) > 1) twice",
            """
            SELECT COUNT(*) FROM conversations c WHERE direct_key IS NOT NULL
                AND (SELECT COUNT(*) FROM members m WHERE m.conversation_id = c.id) <> 2
            """,
            """
            SELECT COUNT(*) FROM conversations c WHERE name IS NOT NULL AND (last_seq = 0
                OR NOT EXISTS (SELECT 1 FROM members m WHERE m.conversation_id = c.id AND m.admin AND left_at IS NULL))
            """,
            "SELECT COUNT(*) FROM deeds d WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id ="
                    + " d.conversation_id)",
            "SELECT COUNT(*) FROM sessions WHERE ended_at IS NOT NULL AND id NOT IN (SELECT session_id FROM"
                    + " revocations)",
            "SELECT COUNT(*) FROM revocations r WHERE NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = r.session_id)",
            "SELECT COUNT(*) FROM revocation_head WHERE sequence <> (SELECT COALESCE(MAX(sequence), 0) FROM"
                    + " revocations)",
            "SELECT COUNT(*) FROM revocation_head WHERE sequence <> (SELECT COUNT(*) FROM revocations)",
            """
            SELECT COUNT(*) FROM accounts a WHERE (deleted_at IS NULL) <>
                EXISTS (SELECT 1 FROM account_words w WHERE w.account_id = a.id)
            """,
            """
            SELECT COUNT(*) FROM accounts a WHERE (deleted_at IS NOT NULL OR password_hash = 'changed')
                AND EXISTS (SELECT 1 FROM sessions s WHERE s.account_id = a.id AND s.kind = 'WEB' AND s.ended_at IS
                    NULL)
            """,
            "SELECT COUNT(*) FROM accounts a WHERE NOT EXISTS (SELECT 1 FROM sessions s WHERE s.account_id = a.id)",
            "SELECT COUNT(*) FROM uploads WHERE complete AND id NOT IN (SELECT upload_id FROM files)",
            """
            SELECT COUNT(*) FROM account_use u WHERE text_bytes <> (SELECT COALESCE(SUM(OCTET_LENGTH(body)), 0)
                FROM messages m WHERE m.sender_id = u.account_id AND m.client_id IS NOT NULL)
            """,
            """
            SELECT COUNT(*) FROM group_invitations i JOIN members m
                ON m.conversation_id = i.conversation_id AND m.account_id = i.account_id WHERE m.left_at IS NULL
            """,
            "SELECT COUNT(*) FROM left_copies WHERE upload_id IN (SELECT upload_id FROM files)");

    private Wholeness() {}

    /** Requires it, and that every message's words are in the index. */
    static void require(Database database, String where) {
        for (String never : NEVER) {
            long found = database.read(
                    handle -> handle.createQuery(never).mapTo(Long.class).one());
            assertEquals(0, found, where + ": " + never);
        }
        long unindexed = database.read(handle -> Statements.on(
                handle,
                database.dialect(),
                statements -> statements
                        .list(
                                WordIndexes.of(statements).unindexed(),
                                row -> WordIndex.hasWords(MessageRows.indexed(row.getString(3))),
                                0L,
                                Integer.MAX_VALUE)
                        .stream()
                        .filter(Boolean::booleanValue)
                        .count()));
        assertEquals(0, unindexed, where + ": words");
    }
}
