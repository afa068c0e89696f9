package coderbased.store.chat;

import coderbased.chat.RefusalReason;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.Protocol;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes that create conversations and add and remove members. */
final class ConversationWrites {

    /** Everybody who ever was in a group is sent with it, so that their messages have a name. */
    private static final int MAX_EVER = 2 * Protocol.MAX_MEMBERS;

    private final Statements statements;
    private final Instant at;

    ConversationWrites(Statements statements, Instant at) {
        this.statements = statements;
        this.at = at;
    }

    /** Returns the key of the conversation of two accounts, in any order. */
    static String directKey(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Returns the conversation of two with that key. */
    Optional<String> direct(String key) throws SQLException {
        return statements.first("SELECT id FROM conversations WHERE direct_key = ?", row -> row.getString(1), key);
    }

    /** Returns the group's name and picture; empty for a conversation of two. */
    Optional<Group> group(String conversation) throws SQLException {
        return statements.first(
                "SELECT name, picture FROM conversations WHERE id = ? AND name IS NOT NULL",
                row -> new Group(row.getString("name"), row.getString("picture")),
                conversation);
    }

    /** Creates a conversation without members: of two by their key, or a group by its name. */
    void make(String id, @Nullable String directKey, @Nullable String name) throws SQLException {
        statements.run("""
                INSERT INTO conversations (id, direct_key, name, created_at, last_seq, last_rev)
                VALUES (?, ?, ?, ?, 0, 0)
                """, id, directKey, name, at.toEpochMilli());
    }

    /**
     * Adds a member, perhaps again.
     *
     * @param seen the last message that they do not see
     */
    void addMember(String conversation, String account, boolean admin, long seen) throws SQLException {
        statements.run("""
                INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq, read_seq)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (conversation_id, account_id) DO UPDATE SET admin = excluded.admin,
                    joined_at = excluded.joined_at, left_at = NULL, left_seq = NULL, first_seq = excluded.first_seq,
                    delivered_seq = excluded.delivered_seq, read_seq = excluded.read_seq
                """, conversation, account, admin, at.toEpochMilli(), seen + 1, seen, seen);
    }

    /** Adds a member of a conversation of two to whom it is not shown before a message is in it. */
    void addHiddenMember(String conversation, String account) throws SQLException {
        addMember(conversation, account, true, 0);
        statements.run(
                "UPDATE members SET shown = FALSE WHERE conversation_id = ? AND account_id = ?", conversation, account);
    }

    /** Shows a conversation of two to one of them; false if it was shown before. */
    boolean show(String conversation, String account) throws SQLException {
        return statements.run("""
                        UPDATE members SET shown = TRUE WHERE conversation_id = ? AND account_id = ? AND NOT shown
                        """, conversation, account) > 0;
    }

    /** Returns the accounts to which a conversation of two is not shown before a message is in it. */
    Set<String> unseen(String conversation) throws SQLException {
        return new HashSet<>(statements.list(
                "SELECT account_id FROM members WHERE conversation_id = ? AND NOT shown",
                row -> row.getString(1),
                conversation));
    }

    /** Removes a member; the markers stay as they are. */
    void removeMember(String conversation, String account) throws SQLException {
        statements.run("""
                UPDATE members SET left_at = ?, admin = FALSE, draft = '',
                    left_seq = (SELECT last_seq FROM conversations WHERE id = members.conversation_id)
                WHERE conversation_id = ? AND account_id = ?
                """, at.toEpochMilli(), conversation, account);
    }

    void setAdmin(String conversation, String account, boolean admin) throws SQLException {
        statements.run(
                "UPDATE members SET admin = ? WHERE conversation_id = ? AND account_id = ?",
                admin,
                conversation,
                account);
    }

    /** Refuses if more people would have been in it than can be sent with it. */
    void requireRoomFor(String conversation, Set<String> added) throws SQLException, WriteRefused {
        Set<String> ever = new HashSet<>(statements.list(
                "SELECT account_id FROM members WHERE conversation_id = ?", row -> row.getString(1), conversation));
        ever.addAll(added);
        if (ever.size() > MAX_EVER) {
            throw new WriteRefused(RefusalReason.GROUP_WORN);
        }
    }
}
