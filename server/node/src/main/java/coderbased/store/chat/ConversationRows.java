package coderbased.store.chat;

import coderbased.auth.session.Account;
import coderbased.chat.Conversation;
import coderbased.chat.Conversation.Own;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Departed;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.store.MessageRows;
import coderbased.store.Statements;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conversations as their members see them, read in three queries however many there are. */
final class ConversationRows {

    private static final String CONVERSATIONS = """
            SELECT c.id AS conversation, c.name, c.picture, c.last_seq, c.last_rev, c.invitation_number,
                mine.account_id, mine.first_seq,
                mine.pinned, mine.archived, mine.muted_until, mine.draft, mine.draft_number, mine.note_number,
            """ + MessageRows.COLUMNS + """
            FROM members mine
            JOIN conversations c ON c.id = mine.conversation_id
            LEFT JOIN messages m ON m.conversation_id = c.id AND m.seq = c.last_seq
            """ + MessageRows.SEEN_QUOTE
            + " WHERE mine.left_at IS NULL AND (mine.shown OR c.last_seq > 0) ";

    private static final String MEMBERS = """
            SELECT p.conversation_id, p.account_id, p.admin, p.delivered_seq, p.read_seq, p.left_at IS NULL AS here,
                p.left_seq,
                a.handle AS person_handle, a.name AS person_name,
            """ + MemberRecords.MARKS_TOLD + """
             AS told FROM members p JOIN conversations c ON c.id = p.conversation_id
            LEFT JOIN accounts a ON a.id = p.account_id
            """;

    private static final String INVITED = """
            SELECT i.conversation_id, i.account_id, a.handle AS person_handle, a.name AS person_name
            FROM group_invitations i LEFT JOIN accounts a ON a.id = i.account_id
            """;

    /** Members who joined later see less; unlike the time of joining, that does not depend on a clock. */
    private static final String IN_ORDER = " ORDER BY p.first_seq, p.account_id";

    private final Statements statements;

    ConversationRows(Statements statements) {
        this.statements = statements;
    }

    /** Returns all conversations of the reader. */
    List<Conversation> ofReader(String reader) throws SQLException {
        return List.copyOf(with(
                        people(
                                MEMBERS + " JOIN members mine ON mine.conversation_id = p.conversation_id"
                                        + " AND mine.account_id = ? AND mine.left_at IS NULL" + IN_ORDER,
                                INVITED + " JOIN members mine ON mine.conversation_id = i.conversation_id"
                                        + " AND mine.account_id = ? AND mine.left_at IS NULL"
                                        + " WHERE NOT i.declined AND a.deleted_at IS NULL",
                                reader),
                        CONVERSATIONS + " AND mine.account_id = ?",
                        "conversation",
                        reader)
                .values());
    }

    /** Returns one conversation, as each of its members sees it. */
    Map<String, Conversation> seenByAll(String conversation) throws SQLException {
        return with(
                people(
                        MEMBERS + " WHERE p.conversation_id = ?" + IN_ORDER,
                        INVITED + " WHERE i.conversation_id = ? AND NOT i.declined AND a.deleted_at IS NULL",
                        conversation),
                CONVERSATIONS + " AND mine.conversation_id = ?",
                "account_id",
                conversation);
    }

    private Map<String, Conversation> with(Map<String, Crowd> crowds, String sql, String key, String value)
            throws SQLException {
        Map<String, Conversation> found = new LinkedHashMap<>();
        statements.each(
                sql,
                row -> found.put(
                        row.getString(key),
                        conversation(row, crowds.getOrDefault(row.getString("conversation"), Crowd.none()))),
                value);
        return found;
    }

    private Map<String, Crowd> people(String sql, String invitedSql, String value) throws SQLException {
        Map<String, Crowd> crowds = new LinkedHashMap<>();
        statements.each(
                sql,
                row -> crowds.computeIfAbsent(row.getString("conversation_id"), id -> Crowd.none())
                        .add(row),
                value);
        statements.each(
                invitedSql,
                row -> crowds.computeIfAbsent(row.getString("conversation_id"), id -> Crowd.none())
                        .invite(row),
                value);
        return crowds;
    }

    private Conversation conversation(ResultSet row, Crowd crowd) throws SQLException {
        String name = row.getString("name");
        long lastSeq = row.getLong("last_seq");
        ChatMessage last = lastSeq == 0 ? null : MessageRows.read(row);
        return new Conversation(
                row.getString("conversation"),
                name == null ? null : new Group(name, row.getString("picture")),
                crowd.seenBy(row.getString("account_id")),
                crowd.former(),
                crowd.departed(),
                crowd.people(),
                crowd.invited(),
                row.getLong("invitation_number"),
                lastSeq,
                row.getLong("last_rev"),
                last,
                own(row));
    }

    private Own own(ResultSet row) throws SQLException {
        return new Own(
                row.getLong("first_seq"),
                new ConversationSettings(
                        row.getBoolean("pinned"),
                        row.getBoolean("archived"),
                        Timestamps.readOrNull(row, "muted_until")),
                statements.dialect().original(row.getString("draft")),
                row.getLong("draft_number"),
                row.getLong("note_number"));
    }

    /** The members, former members and invited accounts of one conversation, with their names. */
    private record Crowd(
            List<Member> members,
            Set<String> untold,
            List<String> former,
            List<Departed> departed,
            List<Contact> people,
            List<String> invited) {

        static Crowd none() {
            return new Crowd(
                    new ArrayList<>(),
                    new HashSet<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        /** Returns the members with the markers that the reader is told. */
        List<Member> seenBy(String reader) {
            return untold.isEmpty()
                    ? members
                    : members.stream()
                            .map(member -> member.accountId().equals(reader) || !untold.contains(member.accountId())
                                    ? member
                                    : new Member(member.accountId(), member.admin(), 0, 0))
                            .toList();
        }

        /** Adds an invited account, which may be a former member. */
        void invite(ResultSet row) throws SQLException {
            String account = row.getString("account_id");
            invited.add(account);
            if (!former.contains(account)) {
                people.add(contact(account, row));
            }
        }

        void add(ResultSet row) throws SQLException {
            String account = row.getString("account_id");
            people.add(contact(account, row));
            if (row.getBoolean("here")) {
                members.add(new Member(
                        account, row.getBoolean("admin"), row.getLong("delivered_seq"), row.getLong("read_seq")));
                if (!row.getBoolean("told")) {
                    untold.add(account);
                }
            } else {
                former.add(account);
                departed.add(
                        new Departed(row.getLong("left_seq"), row.getLong("delivered_seq"), row.getLong("read_seq")));
            }
        }

        private static Contact contact(String account, ResultSet row) throws SQLException {
            String handle = row.getString("person_handle");
            return handle == null
                    ? new Contact(account, "", Account.DELETED_NAME)
                    : new Contact(account, handle, row.getString("person_name"));
        }
    }
}
