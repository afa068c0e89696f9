package coderbased.store.chat;

import coderbased.store.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers what accounts had done under which names, so that nothing is done twice. */
final class IdempotencyKeys {

    /** Nobody asks again for what was asked longer ago. */
    private static final Duration RETENTION = Duration.ofDays(90);

    /** For each that comes, so many old ones may go: the table never needs a sweep. */
    private static final int FORGOTTEN_AT_A_TIME = 2;

    private final Statements statements;
    private final Instant at;

    IdempotencyKeys(Statements statements, Instant at) {
        this.statements = statements;
        this.at = at;
    }

    /** The conversation in which it was done; empty where it was not. */
    Optional<String> done(String account, String name) throws SQLException {
        return statements.first(
                "SELECT conversation_id FROM deeds WHERE account_id = ? AND name = ?",
                row -> row.getString(1),
                account,
                name);
    }

    void note(String account, String name, String conversation) throws SQLException {
        statements.run(
                "INSERT INTO deeds (account_id, name, conversation_id, done_at) VALUES (?, ?, ?, ?)",
                account,
                name,
                conversation,
                at.toEpochMilli());
        statements.run("""
                DELETE FROM deeds WHERE (account_id, name) IN
                    (SELECT account_id, name FROM deeds WHERE done_at < ? ORDER BY done_at LIMIT ?)
                """, at.minus(RETENTION).toEpochMilli(), FORGOTTEN_AT_A_TIME);
    }
}
