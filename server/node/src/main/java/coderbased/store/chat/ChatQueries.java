package coderbased.store.chat;

import coderbased.chat.HistoryPart;
import coderbased.chat.Leftover;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.MemberReceipt;
import coderbased.store.MessageRows;
import coderbased.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The reading queries for messages and members. Every query uses an index, and reads only what its reader may see. */
final class ChatQueries {

    private static final String CHANGED = " FROM messages m " + MessageRows.SEEN_BY;

    /** The most messages with the same file that are read: one of them may be damaged. */
    private static final int MAX_COPIES = 5;

    /** The number of a person's newest message, read from the end of an index; group events do not count. */
    private static final String NEWEST_BY =
            "(SELECT MAX(m.seq) FROM messages m WHERE m.client_id IS NOT NULL AND m.conversation_id = %s AND"
                    + " m.sender_id = %s)";

    private static final String WRITER = """
            SELECT p.account_id FROM members mine JOIN members p ON p.conversation_id = mine.conversation_id
            WHERE mine.account_id = ? AND mine.left_at IS NULL AND p.account_id = ? AND p.left_at IS NULL
                AND p.account_id <> mine.account_id AND mine.first_seq <=
            """ + NEWEST_BY.formatted("p.conversation_id", "p.account_id") + " LIMIT 1";

    private static final String RECEIPTS = """
            SELECT p.account_id, p.left_at IS NULL AS here, p.delivered_seq, p.read_seq, p.marker_steps,
            """ + MemberRecords.MARKS_TOLD + """
             AS told FROM messages own
            JOIN members mine ON mine.conversation_id = own.conversation_id AND mine.account_id = own.sender_id
                AND mine.left_at IS NULL AND mine.first_seq <= own.seq
            JOIN conversations c ON c.id = own.conversation_id
            JOIN members p ON p.conversation_id = own.conversation_id AND p.account_id <> own.sender_id
                AND p.first_seq <= own.seq AND (p.left_at IS NULL OR p.left_seq >= own.seq)
            WHERE own.conversation_id = ? AND own.seq = ? AND own.sender_id = ? AND own.client_id IS NOT NULL
            ORDER BY p.first_seq, p.account_id
            """;

    private final Statements statements;

    ChatQueries(Statements statements) {
        this.statements = statements;
    }

    long countChanged(String conversation, String reader, long rev) throws SQLException {
        return statements
                .first(
                        "SELECT COUNT(*)" + CHANGED + " WHERE m.conversation_id = ? AND m.rev > ?",
                        row -> row.getLong(1),
                        reader,
                        conversation,
                        rev)
                .orElse(0L);
    }

    List<ChatMessage> changed(String conversation, String reader, long rev, int limit) throws SQLException {
        return statements.list(
                "SELECT " + MessageRows.COLUMNS + CHANGED + MessageRows.SEEN_QUOTE
                        + " WHERE m.conversation_id = ? AND m.rev > ? ORDER BY m.rev LIMIT ?",
                MessageRows::read,
                reader,
                conversation,
                rev,
                limit);
    }

    Optional<HistoryPart> history(String conversation, String reader, Side side, long seq, int limit)
            throws SQLException {
        Optional<Bounds> bounds = statements.first(
                """
                SELECT mine.first_seq, c.last_seq FROM members mine JOIN conversations c ON c.id = mine.conversation_id
                WHERE mine.conversation_id = ? AND mine.account_id = ? AND mine.left_at IS NULL
                """, row -> new Bounds(conversation, row.getLong(1), row.getLong(2)), conversation, reader);
        return bounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryPart(
                        messages(bounds.get(), side, seq, limit),
                        bounds.get().first(),
                        bounds.get().last()));
    }

    List<MemberReceipt> receipts(String conversation, String sender, long seq) throws SQLException {
        return statements.list(RECEIPTS, row -> receipt(row, seq), conversation, seq, sender);
    }

    private static MemberReceipt receipt(ResultSet row, long seq) throws SQLException {
        boolean told = row.getBoolean("told");
        boolean delivered = told && row.getLong("delivered_seq") >= seq;
        boolean read = told && row.getLong("read_seq") >= seq;
        MarkerSteps steps = new MarkerSteps(row.getString("marker_steps"));
        return new MemberReceipt(
                row.getString("account_id"),
                row.getBoolean("here"),
                delivered,
                read,
                delivered ? steps.deliveredAt(seq) : null,
                read ? steps.readAt(seq) : null);
    }

    Set<String> readersOf(String conversation, String writer) throws SQLException {
        OptionalLong newest = newestBy(conversation, writer);
        return newest.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        statements.list("""
                        SELECT account_id FROM members
                        WHERE conversation_id = ? AND account_id <> ? AND left_at IS NULL AND first_seq <= ?
                        """, row -> row.getString(1), conversation, writer, newest.getAsLong()));
    }

    /** Returns the number of the member's newest message; empty if the member wrote nothing or left. */
    private OptionalLong newestBy(String conversation, String member) throws SQLException {
        return statements
                .first(
                        "SELECT " + NEWEST_BY.formatted("p.conversation_id", "p.account_id")
                                + " FROM members p WHERE p.conversation_id = ? AND p.account_id = ? AND p.left_at"
                                + " IS NULL",
                        row -> row.getLong(1),
                        conversation,
                        member)
                .stream()
                .filter(seq -> seq > 0)
                .mapToLong(seq -> seq)
                .findFirst();
    }

    Set<String> writersTo(String reader, Set<String> accounts) throws SQLException {
        Set<String> writers = new HashSet<>();
        for (String account : accounts) {
            statements.first(WRITER, row -> row.getString(1), reader, account).ifPresent(writers::add);
        }
        return writers;
    }

    Set<String> companions(String account) throws SQLException {
        return new HashSet<>(statements.list("""
                SELECT DISTINCT p.account_id FROM members mine
                JOIN members p ON p.conversation_id = mine.conversation_id AND p.left_at IS NULL
                WHERE mine.account_id = ? AND mine.left_at IS NULL AND p.account_id <> mine.account_id
                """, row -> row.getString(1), account));
    }

    List<Leftover> leftovers(Leftover after, int limit) throws SQLException {
        return statements.list(
                """
                SELECT mine.account_id, mine.conversation_id,
                    CASE WHEN c.name IS NOT NULL THEN 'MEMBER' ELSE 'DRAFT' END AS kind FROM accounts a
                JOIN members mine ON mine.account_id = a.id AND mine.left_at IS NULL
                JOIN conversations c ON c.id = mine.conversation_id
                WHERE a.deleted_at IS NOT NULL AND (c.name IS NOT NULL OR mine.draft <> '')
                    AND a.id >= ? AND (a.id > ? OR mine.conversation_id > ?)
                UNION
                SELECT i.account_id, i.conversation_id, 'INVITATION' FROM accounts a
                JOIN group_invitations i ON i.account_id = a.id AND NOT i.declined
                WHERE a.deleted_at IS NOT NULL AND a.id >= ? AND (a.id > ? OR i.conversation_id > ?)
                    AND EXISTS (
                        SELECT 1 FROM members m WHERE m.conversation_id = i.conversation_id AND m.left_at IS NULL)
                ORDER BY 1, 2 LIMIT ?
                """,
                row -> new Leftover(row.getString(1), row.getString(2), Leftover.Kind.valueOf(row.getString(3))),
                after.accountId(),
                after.accountId(),
                after.conversationId(),
                after.accountId(),
                after.accountId(),
                after.conversationId(),
                limit);
    }

    OptionalLong seenFile(String reader, String sha256) throws SQLException {
        List<Body> bodies = statements.list(
                "SELECT m.conversation_id, m.seq, m.body FROM messages m " + MessageRows.SEEN_BY
                        + " WHERE m.file_sha256 = ? LIMIT " + MAX_COPIES,
                row -> MessageRows.body(row.getString(1), row.getLong(2), row.getString(3)),
                reader,
                sha256);
        return bodies.stream()
                .filter(Body.File.class::isInstance)
                .mapToLong(body -> ((Body.File) body).size())
                .findFirst();
    }

    /** The numbers between which the messages lie that a reader may see, both included. */
    private record Bounds(String conversation, long first, long last) {}

    private List<ChatMessage> messages(Bounds bounds, Side side, long seq, int limit) throws SQLException {
        return switch (side) {
            case BEFORE -> before(bounds, seq, limit);
            case AFTER -> from(bounds, seq == Long.MAX_VALUE ? seq : seq + 1, limit);
            case AROUND ->
                Stream.concat(before(bounds, seq, limit / 2).stream(), from(bounds, seq, limit - limit / 2).stream())
                        .toList();
        };
    }

    private List<ChatMessage> before(Bounds bounds, long seq, int limit) throws SQLException {
        return statements
                .list(
                        MessageRows.SELECT_SEEN + " WHERE m.conversation_id = ? AND m.seq >= ? AND m.seq < ?"
                                + " ORDER BY m.seq DESC LIMIT ?",
                        MessageRows::read,
                        bounds.first(),
                        bounds.conversation(),
                        bounds.first(),
                        seq,
                        limit)
                .reversed();
    }

    private List<ChatMessage> from(Bounds bounds, long seq, int limit) throws SQLException {
        return statements.list(
                MessageRows.SELECT_SEEN + " WHERE m.conversation_id = ? AND m.seq >= ? ORDER BY m.seq LIMIT ?",
                MessageRows::read,
                bounds.first(),
                bounds.conversation(),
                Math.max(bounds.first(), seq),
                limit);
    }
}
