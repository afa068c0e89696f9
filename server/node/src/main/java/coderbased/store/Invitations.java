package coderbased.store;

import coderbased.auth.Account;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.GroupInvitation;
import coderbased.protocol.Protocol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests to join groups, which are asked of strangers. An account is no stranger to whom it has written to in their
 * conversation of two. For one transaction.
 */
final class Invitations {

    private static final String OPEN = """
            SELECT i.conversation_id, c.name, c.picture, i.inviter_id, i.invited_at,
                a.handle AS person_handle, a.name AS person_name,
                (SELECT COUNT(*) FROM members p WHERE p.conversation_id = i.conversation_id AND p.left_at IS NULL) AS here
            FROM group_invitations i
            JOIN conversations c ON c.id = i.conversation_id
            LEFT JOIN accounts a ON a.id = i.inviter_id
            WHERE i.account_id = ? AND NOT i.declined ORDER BY i.invited_at DESC, i.conversation_id
            """;

    private static final String FORGET = """
            DELETE FROM group_invitations WHERE account_id = ? AND NOT declined AND conversation_id IN (
                SELECT i.conversation_id FROM group_invitations i
                JOIN (SELECT inviter_id, COUNT(*) AS asked FROM group_invitations
                    WHERE account_id = ? AND NOT declined GROUP BY inviter_id) most ON most.inviter_id = i.inviter_id
                WHERE i.account_id = ? AND NOT i.declined
                ORDER BY most.asked DESC, i.invited_at, i.conversation_id LIMIT ?)
            """;

    private final Statements statements;
    private final Instant at;
    private final boolean asksStrangers;
    private final Set<String> touched = new LinkedHashSet<>();

    /** @param asksStrangers false if everybody is treated as an acquaintance of everybody */
    Invitations(Statements statements, Instant at, boolean asksStrangers) {
        this.statements = statements;
        this.at = at;
        this.asksStrangers = asksStrangers;
    }

    /** True if nobody has to do with somebody whom they never wrote to before they agree or something is written. */
    boolean asksStrangers() {
        return asksStrangers;
    }

    /** True if the first account has written to the second in their conversation of two. */
    boolean hasWrittenTo(String writer, String reader) throws SQLException {
        return statements
                .first("""
                        SELECT 1 FROM conversations c JOIN messages m ON m.conversation_id = c.id
                        WHERE c.direct_key = ? AND m.sender_id = ? AND m.client_id IS NOT NULL LIMIT 1
                        """, row -> true, Rooms.directKey(writer, reader), writer)
                .orElse(false);
    }

    /** Those of the accounts that have written to the reader in a conversation of two. */
    Set<String> acquainted(String reader, Set<String> accounts) throws SQLException {
        Set<String> acquainted = new LinkedHashSet<>();
        for (String account : accounts) {
            if (!asksStrangers || hasWrittenTo(account, reader)) {
                acquainted.add(account);
            }
        }
        return acquainted;
    }

    /** The accounts that were asked to join and have not answered. */
    Set<String> invited(String conversation) throws SQLException {
        return new LinkedHashSet<>(statements.list(
                "SELECT account_id FROM group_invitations WHERE conversation_id = ? AND NOT declined",
                row -> row.getString(1),
                conversation));
    }

    /** What an account is asked to join, newest first. A group that everybody left is not among it. */
    List<GroupInvitation> open(String account) throws SQLException {
        return statements.list(OPEN, Invitations::read, account).stream()
                .filter(invitation -> invitation.members() > 0)
                .toList();
    }

    /** The same of each of these accounts. */
    Map<String, List<GroupInvitation>> openOf(Set<String> accounts) throws SQLException {
        Map<String, List<GroupInvitation>> open = new LinkedHashMap<>();
        for (String account : accounts) {
            open.put(account, open(account));
        }
        return open;
    }

    /**
     * Asks accounts that are no members to join. One that is asked already is not asked again, and one that declined the same
     * inviter is passed over. Returns false where all of them were passed over.
     */
    boolean invite(String conversation, String inviter, Set<String> accounts) throws SQLException {
        Set<String> asked = invited(conversation);
        boolean anybody = accounts.isEmpty();
        for (String account : accounts) {
            anybody |= asked.contains(account) || invite(conversation, inviter, account);
        }
        return anybody;
    }

    /** Ends the open invitation of an account to a group; false where there is none. */
    boolean withdraw(String conversation, String account) throws SQLException {
        return touch(
                account,
                statements.run(
                        "DELETE FROM group_invitations WHERE conversation_id = ? AND account_id = ? AND NOT declined",
                        conversation,
                        account));
    }

    /** Declines the open invitation of an account to a group; false where there is none. */
    boolean decline(String conversation, String account) throws SQLException {
        return touch(account, statements.run("""
                        UPDATE group_invitations SET declined = TRUE
                        WHERE conversation_id = ? AND account_id = ? AND NOT declined
                        """, conversation, account));
    }

    /** Forgets all invitations of an account to a group, which it is a member of now. */
    void joined(String conversation, String account) throws SQLException {
        touch(
                account,
                statements.run(
                        "DELETE FROM group_invitations WHERE conversation_id = ? AND account_id = ?",
                        conversation,
                        account));
    }

    /** The open invitations of each account for which they changed since the last call. */
    Map<String, List<GroupInvitation>> news() throws SQLException {
        Map<String, List<GroupInvitation>> news = openOf(touched);
        touched.clear();
        return news;
    }

    private boolean invite(String conversation, String inviter, String account) throws SQLException {
        int asked = statements.run("""
                INSERT INTO group_invitations (conversation_id, account_id, inviter_id, invited_at, declined)
                VALUES (?, ?, ?, ?, FALSE) ON CONFLICT (conversation_id, account_id, inviter_id) DO NOTHING
                """, conversation, account, inviter, at.toEpochMilli());
        if (asked > 0) {
            forgetOldest(account);
        }
        return touch(account, asked);
    }

    /** Makes room for one more: the oldest of whoever asks this account most gives way, so that nobody pushes others out. */
    private void forgetOldest(String account) throws SQLException {
        long open = statements
                .first(
                        "SELECT COUNT(*) FROM group_invitations WHERE account_id = ? AND NOT declined",
                        row -> row.getLong(1),
                        account)
                .orElse(0L);
        if (open > Protocol.MAX_INVITATIONS) {
            statements.run(FORGET, account, account, account, open - Protocol.MAX_INVITATIONS);
        }
    }

    private boolean touch(String account, int rows) {
        if (rows > 0) {
            touched.add(account);
        }
        return rows > 0;
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
                Moments.read(row, "invited_at"));
    }
}
