package coderbased.store.chat;

import coderbased.store.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The names under which accounts had writes performed, so that nothing is done twice. */
final class IdempotencyKeys {

    /** No device repeats a request that is older. */
    private static final Duration RETENTION = Duration.ofDays(90);

    /** The old names that may go for each new one, so that the table never needs a sweep. */
    private static final int MAX_FORGOTTEN = 2;

    private final Statements statements;
    private final Instant at;

    IdempotencyKeys(Statements statements, Instant at) {
        this.statements = statements;
        this.at = at;
    }

    /** Returns the conversation in which the write was performed; empty if it was not. */
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
                """, at.minus(RETENTION).toEpochMilli(), MAX_FORGOTTEN);
    }
}
