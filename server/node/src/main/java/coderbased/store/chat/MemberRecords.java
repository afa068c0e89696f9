package coderbased.store.chat;

import coderbased.chat.ChatWritten.Hearers;
import coderbased.chat.Refusal;
import coderbased.protocol.ChatMessage;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in the conversations that one transaction touches, read once for each. */
final class MemberRecords {

    /**
     * The others are told the marks of the member {@code p} of the conversation {@code c}. The marks of somebody who has not
     * written in a conversation of two would tell a stranger when that person is online.
     */
    static final String MARKS_TOLD = """
             (c.direct_key IS NULL OR EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = p.conversation_id
                 AND m.sender_id = p.account_id AND m.client_id IS NOT NULL))
            """;

    private final Statements statements;
    private final Map<String, Map<String, MemberRecord>> known = new HashMap<>();

    MemberRecords(Statements statements) {
        this.statements = statements;
    }

    /** Everybody in it, in the order they came; nobody where there is no such conversation. */
    Map<String, MemberRecord> of(String conversation) throws SQLException {
        Map<String, MemberRecord> seats = known.get(conversation);
        if (seats == null) {
            seats = read(conversation);
            known.put(conversation, seats);
        }
        return seats;
    }

    /** The account's seat there. */
    MemberRecord require(String conversation, String account) throws SQLException, WriteRefused {
        MemberRecord seat = of(conversation).get(account);
        if (seat == null) {
            throw new WriteRefused(Refusal.NO_CONVERSATION);
        }
        return seat;
    }

    /** Everybody in it. */
    Set<String> accounts(String conversation) throws SQLException {
        return Set.copyOf(of(conversation).keySet());
    }

    /** Everybody who may see that message, and who of them may see what it quotes. */
    Hearers hearers(ChatMessage message) throws SQLException {
        Set<String> all = seeing(message.conversationId(), message.seq());
        return message.quote() == null
                ? Hearers.alike(all)
                : Hearers.apart(
                        all, seeing(message.conversationId(), message.quote().seq()));
    }

    private Set<String> seeing(String conversation, long seq) throws SQLException {
        return of(conversation).values().stream()
                .filter(seat -> seat.firstSeq() <= seq)
                .map(MemberRecord::accountId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Sets somebody's marks. */
    MemberRecord mark(String conversation, MemberRecord seat, long delivered, long read) throws SQLException {
        statements.run(
                "UPDATE members SET delivered_seq = ?, read_seq = ? WHERE conversation_id = ? AND account_id = ?",
                delivered,
                read,
                conversation,
                seat.accountId());
        MemberRecord moved = seat.with(delivered, read);
        of(conversation).replace(seat.accountId(), moved);
        return moved;
    }

    /** The member has written there: its marks are told to the others from now on. */
    MemberRecord tell(String conversation, String account) throws SQLException, WriteRefused {
        MemberRecord told = require(conversation, account).asTold();
        of(conversation).replace(account, told);
        return told;
    }

    /** Who is in it changed. */
    void forget(String conversation) {
        known.remove(conversation);
    }

    private Map<String, MemberRecord> read(String conversation) throws SQLException {
        Map<String, MemberRecord> seats = new LinkedHashMap<>();
        statements.each(
                """
                SELECT p.account_id, p.admin, p.first_seq, p.delivered_seq, p.read_seq,
                """ + MARKS_TOLD + """
                 AS told FROM members p JOIN conversations c ON c.id = p.conversation_id
                WHERE p.conversation_id = ? AND p.left_at IS NULL ORDER BY p.first_seq, p.account_id
                """,
                row -> seats.put(
                        row.getString("account_id"),
                        new MemberRecord(
                                row.getString("account_id"),
                                row.getBoolean("admin"),
                                row.getLong("first_seq"),
                                row.getLong("delivered_seq"),
                                row.getLong("read_seq"),
                                row.getBoolean("told"))),
                conversation);
        return seats;
    }
}
