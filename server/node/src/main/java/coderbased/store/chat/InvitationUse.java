package coderbased.store.chat;

import coderbased.chat.RefusalReason;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.util.Set;

/**
 * The limits on how often somebody is invited or added to groups in one day, whatever the result: withdrawn, declined,
 * accepted or removed. For one transaction; several nodes may exceed a limit by what their own transactions hold.
 */
final class InvitationUse {

    /** The number of invitations of a stranger to one group: one, and another after a mistake. */
    private static final long PER_GROUP = 2;

    private static final String COUNT = """
            SELECT COALESCE(SUM(CASE WHEN conversation_id = ? THEN times ELSE 0 END), 0) AS of_group,
                COALESCE(SUM(CASE WHEN inviter_id = ? THEN times ELSE 0 END), 0) AS of_inviter
            FROM invitation_use WHERE account_id = ? AND day IN (?, ?)
            """;

    private final Statements statements;
    private final LimitDay day;
    private final long perDay;

    /**
     * @param perDay the number of times per day that one account may invite the same stranger, and that one group may
     *     get the same person added
     */
    InvitationUse(Statements statements, LimitDay day, long perDay) {
        this.statements = statements;
        this.day = day;
        this.perDay = perDay;
    }

    /** The number of times that an account was invited or added today. */
    private record Counts(long ofGroup, long ofInviter) {}

    /** Refuses if one of these strangers was invited too often today. */
    void requireStrangers(String conversation, String inviter, Set<String> accounts) throws SQLException, WriteRefused {
        for (String account : accounts) {
            Counts counts = counts(conversation, inviter, account);
            if (counts.ofGroup() >= PER_GROUP || counts.ofInviter() >= perDay) {
                throw day.untilTomorrow(RefusalReason.INVITED_TODAY);
            }
        }
    }

    /** Refuses if one of these acquaintances was added to this group too often today. */
    void requireAcquainted(String conversation, String inviter, Set<String> accounts)
            throws SQLException, WriteRefused {
        for (String account : accounts) {
            if (counts(conversation, inviter, account).ofGroup() >= perDay) {
                throw day.untilTomorrow(RefusalReason.INVITED_TODAY);
            }
        }
    }

    /** Counts one invitation or addition. */
    void add(String conversation, String inviter, String account) throws SQLException {
        statements.run(
                "DELETE FROM invitation_use WHERE account_id = ? AND day NOT IN (?, ?)",
                account,
                day.number(),
                day.next());
        statements.run("""
                INSERT INTO invitation_use (account_id, conversation_id, inviter_id, day, times) VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (account_id, conversation_id, inviter_id) DO UPDATE SET times = invitation_use.times + 1
                """, account, conversation, inviter, day.number());
    }

    private Counts counts(String conversation, String inviter, String account) throws SQLException {
        return statements
                .first(
                        COUNT,
                        row -> new Counts(row.getLong("of_group"), row.getLong("of_inviter")),
                        conversation,
                        inviter,
                        account,
                        day.number(),
                        day.next())
                .orElseThrow();
    }
}
