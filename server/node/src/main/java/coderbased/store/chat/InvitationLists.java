package coderbased.store.chat;

import coderbased.auth.session.Account;
import coderbased.chat.OpenInvitations;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.GroupInvitation;
import coderbased.store.Statements;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The open invitations of accounts, and the numbers of these lists. For one transaction. */
final class InvitationLists {

    private static final String OPEN = """
            SELECT i.conversation_id, c.name, c.picture, i.inviter_id, i.invited_at,
                a.handle AS person_handle, a.name AS person_name,
                (SELECT COUNT(*) FROM members p WHERE p.conversation_id = i.conversation_id AND p.left_at IS NULL) AS
                    here
            FROM group_invitations i
            JOIN conversations c ON c.id = i.conversation_id
            LEFT JOIN accounts a ON a.id = i.inviter_id
            WHERE i.account_id = ? AND NOT i.declined ORDER BY i.invited_at DESC, i.conversation_id
            """;

    private final Statements statements;

    InvitationLists(Statements statements) {
        this.statements = statements;
    }

    /** Returns the open invitations of an account, newest first, without groups that everybody left. */
    OpenInvitations of(String account) throws SQLException {
        long number = statements
                .first("SELECT number FROM invitation_lists WHERE account_id = ?", row -> row.getLong(1), account)
                .orElse(0L);
        return new OpenInvitations(number, open(account));
    }

    /** Returns the open invitations of each of these accounts. */
    Map<String, OpenInvitations> of(Set<String> accounts) throws SQLException {
        Map<String, OpenInvitations> lists = new LinkedHashMap<>();
        for (String account : accounts) {
            lists.put(account, of(account));
        }
        return lists;
    }

    /**
     * Returns the same under new numbers. A number is taken before its list is read, and is held until the transaction
     * ends: a greater number is that of a later state.
     */
    Map<String, OpenInvitations> renewed(Set<String> accounts) throws SQLException {
        Map<String, OpenInvitations> lists = new LinkedHashMap<>();
        for (String account : new TreeSet<>(accounts)) {
            lists.put(account, new OpenInvitations(next(account), open(account)));
        }
        return lists;
    }

    /** Takes the next number of an account's list. Until the transaction ends, nobody else takes one. */
    long next(String account) throws SQLException {
        return statements.first("""
                        INSERT INTO invitation_lists (account_id, number) VALUES (?, 1)
                        ON CONFLICT (account_id) DO UPDATE SET number = invitation_lists.number + 1 RETURNING number
                        """, row -> row.getLong(1), account).orElseThrow();
    }

    private List<GroupInvitation> open(String account) throws SQLException {
        return statements.list(OPEN, InvitationLists::read, account).stream()
                .filter(invitation -> invitation.members() > 0)
                .toList();
    }

    private static GroupInvitation read(ResultSet row) throws SQLException {
        String handle = row.getString("person_handle");
        String inviter = row.getString("inviter_id");
        return new GroupInvitation(
                row.getString("conversation_id"),
                new Group(row.getString("name"), row.getString("picture")),
                handle == null
                        ? new Contact(inviter, "", Account.DELETED_NAME)
                        : new Contact(inviter, handle, row.getString("person_name")),
                row.getInt("here"),
                Timestamps.read(row, "invited_at"));
    }
}
