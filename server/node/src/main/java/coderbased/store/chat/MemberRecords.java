package coderbased.store.chat;

import coderbased.chat.ChatWritten.Hearers;
import coderbased.chat.RefusalReason;
import coderbased.protocol.ChatMessage;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The members of the conversations of one transaction, read once for each. */
final class MemberRecords {

    /**
     * The condition that the others are told the markers of the member {@code p} of the conversation {@code c}. In a
     * conversation of two, the markers of somebody who has not written would tell a stranger when that person is
     * online.
     */
    static final String MARKS_TOLD = """
             (c.direct_key IS NULL OR EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = p.conversation_id
                 AND m.sender_id = p.account_id AND m.client_id IS NOT NULL))
            """;

    private static final String MOVE_MARKERS = """
            UPDATE members SET delivered_seq = ?, read_seq = ?,
                marker_steps = SUBSTR(? || COALESCE(marker_steps, ''), 1, %d)
            WHERE conversation_id = ? AND account_id = ?
            """.formatted(MarkerSteps.MAX_CHARS);

    private final Statements statements;
    private final Map<String, Map<String, MemberRecord>> known = new HashMap<>();

    MemberRecords(Statements statements) {
        this.statements = statements;
    }

    /** Returns the members in the order in which they joined; none if there is no such conversation. */
    Map<String, MemberRecord> of(String conversation) throws SQLException {
        Map<String, MemberRecord> members = known.get(conversation);
        if (members == null) {
            members = read(conversation);
            known.put(conversation, members);
        }
        return members;
    }

    /** Returns the account's record there; refuses if it is not a member. */
    MemberRecord require(String conversation, String account) throws SQLException, WriteRefused {
        MemberRecord member = of(conversation).get(account);
        if (member == null) {
            throw new WriteRefused(RefusalReason.NO_CONVERSATION);
        }
        return member;
    }

    /** Returns the accounts of all members. */
    Set<String> accounts(String conversation) throws SQLException {
        return Set.copyOf(of(conversation).keySet());
    }

    /** Returns everybody who may see that message, and those of them who may see what it quotes. */
    Hearers hearers(ChatMessage message) throws SQLException {
        Set<String> all = seeing(message.conversationId(), message.seq());
        return message.quote() == null
                ? Hearers.alike(all)
                : Hearers.apart(
                        all, seeing(message.conversationId(), message.quote().seq()));
    }

    private Set<String> seeing(String conversation, long seq) throws SQLException {
        return of(conversation).values().stream()
                .filter(member -> member.firstSeq() <= seq)
                .map(MemberRecord::accountId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Sets a member's markers.
     *
     * @param step the characters of the step for {@link MarkerSteps}; empty to keep no time
     */
    MemberRecord moveMarkers(String conversation, MemberRecord member, long delivered, long read, String step)
            throws SQLException {
        statements.run(MOVE_MARKERS, delivered, read, step, conversation, member.accountId());
        MemberRecord moved = member.with(delivered, read);
        of(conversation).replace(member.accountId(), moved);
        return moved;
    }

    /** Makes a member's markers known to the others from now on, because the member has written there. */
    MemberRecord tell(String conversation, String account) throws SQLException, WriteRefused {
        MemberRecord told = require(conversation, account).asTold();
        of(conversation).replace(account, told);
        return told;
    }

    /** Forgets what was read of a conversation, because its members changed. */
    void forget(String conversation) {
        known.remove(conversation);
    }

    private Map<String, MemberRecord> read(String conversation) throws SQLException {
        Map<String, MemberRecord> members = new LinkedHashMap<>();
        statements.each(
                """
                SELECT p.account_id, p.admin, p.first_seq, p.delivered_seq, p.read_seq,
                """ + MARKS_TOLD + """
                 AS told FROM members p JOIN conversations c ON c.id = p.conversation_id
                WHERE p.conversation_id = ? AND p.left_at IS NULL ORDER BY p.first_seq, p.account_id
                """,
                row -> members.put(
                        row.getString("account_id"),
                        new MemberRecord(
                                row.getString("account_id"),
                                row.getBoolean("admin"),
                                row.getLong("first_seq"),
                                row.getLong("delivered_seq"),
                                row.getLong("read_seq"),
                                row.getBoolean("told"))),
                conversation);
        return members;
    }
}
