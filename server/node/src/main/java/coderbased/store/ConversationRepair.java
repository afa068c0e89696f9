package coderbased.store;

import coderbased.protocol.Body;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Repair of one conversation that a write left half done. Either its counters are behind its messages, so that every
 * later message is refused, or two changes have one number, or the words of a message are not in the index. For one
 * thread, in one transaction; a page of messages is in memory at a time.
 */
final class ConversationRepair {

    /** Conversations whose counters are behind their messages. */
    static final String COUNTERS_BEHIND = """
            SELECT c.id FROM conversations c
            WHERE c.last_seq < (SELECT COALESCE(MAX(m.seq), 0) FROM messages m WHERE m.conversation_id = c.id)
                OR c.last_rev < (SELECT COALESCE(MAX(m.rev), 0) FROM messages m WHERE m.conversation_id = c.id)
            """;

    /** Conversations in which two changes have one number. The query reads every message's entry in an index. */
    static final String SHARED_NUMBERS = """
            SELECT DISTINCT conversation_id FROM
                (SELECT conversation_id FROM messages GROUP BY conversation_id, rev HAVING COUNT(*) > 1) twice
            """;

    private static final int PAGE = 200;

    /**
     * The next doubtful messages in the order of their changes. If two shared a number, the first has a new one by now,
     * so the other follows by the number that was read last. New numbers are above all old ones and are not read again.
     */
    private static final String DOUBTFUL = """
            SELECT seq, rev, sender_id, body FROM messages m WHERE conversation_id = ?
                AND rev <= ? AND (rev > ? OR (rev = ? AND seq > ?))
                AND (seq > ? OR rev > ? OR rev = ? OR EXISTS (SELECT 1 FROM messages o
                    WHERE o.conversation_id = m.conversation_id AND o.rev = m.rev AND o.seq <> m.seq))
            ORDER BY rev, seq LIMIT ?
            """;

    private final Statements statements;
    private final WordIndex words;
    private final String conversation;

    /** A message that may be incomplete. */
    private record Doubtful(long seq, long rev, String senderId, Body body) {}

    private record Counters(long seq, long rev) {}

    /** A message that was checked. */
    private record Place(long rev, long seq) {}

    ConversationRepair(Statements statements, String conversation) {
        this.statements = statements;
        this.conversation = conversation;
        words = WordIndexes.of(statements);
    }

    void run() throws SQLException {
        statements.dialect().lockConversations(statements.connection(), Set.of(conversation));
        Counters kept = counters("SELECT last_seq, last_rev FROM conversations WHERE id = ?");
        Counters found =
                counters("SELECT COALESCE(MAX(seq), 0), COALESCE(MAX(rev), 0) FROM messages WHERE conversation_id = ?");
        long rev = renumber(kept, found);
        statements.run(
                "UPDATE conversations SET last_seq = ?, last_rev = ? WHERE id = ?",
                Math.max(kept.seq(), found.seq()),
                rev,
                conversation);
    }

    /** Repairs every doubtful message; returns the last change after that. */
    private long renumber(Counters kept, Counters found) throws SQLException {
        long rev = Math.max(kept.rev(), found.rev());
        Place last = new Place(Long.MIN_VALUE, Long.MIN_VALUE);
        List<Doubtful> page = doubtful(kept, found, last);
        while (!page.isEmpty()) {
            for (Doubtful message : page) {
                // Devices that know the changes up to the counter would never be told of this one.
                if (message.rev() <= kept.rev() || message.rev() == last.rev()) {
                    rev++;
                    renumber(message.seq(), rev);
                }
                words.replace(conversation, message.seq(), message.body());
                if (message.seq() > kept.seq()) {
                    markRead(message.senderId(), message.seq());
                }
                last = new Place(message.rev(), message.seq());
            }
            page = doubtful(kept, found, last);
        }
        return rev;
    }

    private List<Doubtful> doubtful(Counters kept, Counters found, Place last) throws SQLException {
        return statements.list(
                DOUBTFUL,
                row -> new Doubtful(
                        row.getLong("seq"),
                        row.getLong("rev"),
                        row.getString("sender_id"),
                        MessageRows.indexed(row.getString("body"))),
                conversation,
                found.rev(),
                last.rev(),
                last.rev(),
                last.seq(),
                kept.seq(),
                kept.rev(),
                last.rev(),
                PAGE);
    }

    private Counters counters(String sql) throws SQLException {
        return statements
                .first(sql, row -> new Counters(row.getLong(1), row.getLong(2)), conversation)
                .orElseThrow(() -> new SQLException("a conversation that is to be repaired is not there"));
    }

    private void renumber(long seq, long rev) throws SQLException {
        statements.run("UPDATE messages SET rev = ? WHERE conversation_id = ? AND seq = ?", rev, conversation, seq);
    }

    /** Marks the message as read by its sender. */
    private void markRead(String account, long seq) throws SQLException {
        statements.run("""
                UPDATE members SET delivered_seq = ?, read_seq = ?
                WHERE conversation_id = ? AND account_id = ? AND read_seq < ?
                """, seq, seq, conversation, account, seq);
    }
}
