package coderbased.store.chat;

import coderbased.chat.OpenInvitations;
import coderbased.protocol.Protocol;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Invitations to groups, which strangers get. An account is not a stranger to those to whom it has written in their
 * conversation of two. For one transaction.
 */
final class Invitations {

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
    private final InvitationUse use;
    private final Set<String> touched = new LinkedHashSet<>();

    /** @param asksStrangers false if everybody is treated as an acquaintance of everybody */
    Invitations(Statements statements, Instant at, boolean asksStrangers, InvitationUse use) {
        this.statements = statements;
        this.at = at;
        this.asksStrangers = asksStrangers;
        this.use = use;
    }

    /**
     * True if strangers are asked first: before they become members of a group, and before they are shown an empty
     * conversation.
     */
    boolean asksStrangers() {
        return asksStrangers;
    }

    /** True if the first account has written to the second in their conversation of two. */
    boolean hasWrittenTo(String writer, String reader) throws SQLException {
        return statements
                .first("""
                        SELECT 1 FROM conversations c JOIN messages m ON m.conversation_id = c.id
                        WHERE c.direct_key = ? AND m.sender_id = ? AND m.client_id IS NOT NULL LIMIT 1
                        """, row -> true, ConversationWrites.directKey(writer, reader), writer)
                .orElse(false);
    }

    /** Returns those of the accounts that have written to the reader in a conversation of two. */
    Set<String> acquainted(String reader, Set<String> accounts) throws SQLException {
        Set<String> acquainted = new LinkedHashSet<>();
        for (String account : accounts) {
            if (!asksStrangers || hasWrittenTo(account, reader)) {
                acquainted.add(account);
            }
        }
        return acquainted;
    }

    /** Returns the accounts that were invited and have not answered. */
    Set<String> invited(String conversation) throws SQLException {
        return new LinkedHashSet<>(statements.list(
                "SELECT account_id FROM group_invitations WHERE conversation_id = ? AND NOT declined",
                row -> row.getString(1),
                conversation));
    }

    /**
     * Refuses if one of these accounts, which are not members, was invited or added too often today.
     *
     * @param acquainted the accounts that are added at once
     * @param strangers the accounts that are invited. One that is invited already, or declined the same inviter, is not
     *     invited again
     */
    void requireNotTooOften(String conversation, String inviter, Set<String> acquainted, Set<String> strangers)
            throws SQLException, WriteRefused {
        Set<String> asked = new LinkedHashSet<>(strangers);
        asked.removeAll(statements.list(
                "SELECT account_id FROM group_invitations WHERE conversation_id = ? AND (NOT declined OR inviter_id"
                        + " = ?)",
                row -> row.getString(1),
                conversation,
                inviter));
        use.requireStrangers(conversation, inviter, asked);
        use.requireAcquainted(conversation, inviter, acquainted);
    }

    /**
     * Invites accounts that are not members. One that is invited already, or declined the same inviter, is skipped.
     * Returns false if all of them had declined.
     */
    boolean invite(String conversation, String inviter, Set<String> accounts) throws SQLException {
        Set<String> asked = invited(conversation);
        boolean anybody = accounts.isEmpty();
        for (String account : new TreeSet<>(accounts)) {
            anybody |= asked.contains(account) || invite(conversation, inviter, account);
        }
        return anybody;
    }

    /** Withdraws the open invitation of an account to a group; false if there is none. */
    boolean withdraw(String conversation, String account) throws SQLException {
        return touch(
                conversation,
                account,
                statements.run(
                        "DELETE FROM group_invitations WHERE conversation_id = ? AND account_id = ? AND NOT declined",
                        conversation,
                        account));
    }

    /** Declines the open invitation of an account to a group; false if there is none. */
    boolean decline(String conversation, String account) throws SQLException {
        return touch(conversation, account, statements.run("""
                        UPDATE group_invitations SET declined = TRUE
                        WHERE conversation_id = ? AND account_id = ? AND NOT declined
                        """, conversation, account));
    }

    /** Records that somebody added an acquaintance. */
    void added(String conversation, String adder, String account) throws SQLException {
        use.add(conversation, adder, account);
        joined(conversation, account);
    }

    /** Forgets all invitations of an account to a group, because it is a member now. */
    void joined(String conversation, String account) throws SQLException {
        touch(
                conversation,
                account,
                statements.run(
                        "DELETE FROM group_invitations WHERE conversation_id = ? AND account_id = ?",
                        conversation,
                        account));
    }

    /** Returns the open invitations of each account whose invitations changed since the last call. */
    Map<String, OpenInvitations> news() throws SQLException {
        Map<String, OpenInvitations> news = new InvitationLists(statements).renewed(touched);
        touched.clear();
        return news;
    }

    private boolean invite(String conversation, String inviter, String account) throws SQLException {
        int asked = statements.run("""
                INSERT INTO group_invitations (conversation_id, account_id, inviter_id, invited_at, declined)
                VALUES (?, ?, ?, ?, FALSE) ON CONFLICT (conversation_id, account_id, inviter_id) DO NOTHING
                """, conversation, account, inviter, at.toEpochMilli());
        if (asked > 0) {
            use.add(conversation, inviter, account);
            forgetOldest(account);
        }
        return touch(conversation, account, asked);
    }

    /**
     * Makes room for one more: deletes the oldest one of the inviter with the most, so that nobody pushes others'
     * invitations out.
     */
    private void forgetOldest(String account) throws SQLException {
        // Other writers that invite the same account wait for this, so that each counts all that is there.
        new InvitationLists(statements).next(account);
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

    private boolean touch(String conversation, String account, int rows) throws SQLException {
        if (rows > 0) {
            touched.add(account);
            statements.run(
                    "UPDATE conversations SET invitation_number = invitation_number + 1 WHERE id = ?", conversation);
        }
        return rows > 0;
    }
}
