package coderbased.store.chat;

import coderbased.chat.Refusal;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.util.Set;

/**
 * Limits how often somebody is invited or added to groups on one day, whatever became of it: withdrawn, declined, accepted
 * or removed. For one transaction; several nodes may exceed a limit by what their own transactions hold.
 */
final class InvitationUse {

    /** Invitations of a stranger to one group: one, and another after a mistake. */
    private static final long PER_GROUP = 2;

    private static final String COUNT = """
            SELECT COALESCE(SUM(CASE WHEN conversation_id = ? THEN times ELSE 0 END), 0) AS of_group,
                COALESCE(SUM(CASE WHEN inviter_id = ? THEN times ELSE 0 END), 0) AS of_inviter
            FROM invitation_use WHERE account_id = ? AND day IN (?, ?)
            """;

    private final Statements statements;
    private final LimitDay day;
    private final long perDay;

    /** @param perDay how often one account invites the same stranger, and a group gets the same person added, per day */
    InvitationUse(Statements statements, LimitDay day, long perDay) {
        this.statements = statements;
        this.day = day;
        this.perDay = perDay;
    }

    /** How often an account was invited or added today. */
    private record Counts(long ofGroup, long ofInviter) {}

    /** Refuses where one of these strangers was asked too often today. */
    void requireStrangers(String conversation, String inviter, Set<String> accounts) throws SQLException, WriteRefused {
        for (String account : accounts) {
            Counts counts = counts(conversation, inviter, account);
            if (counts.ofGroup() >= PER_GROUP || counts.ofInviter() >= perDay) {
                throw day.untilTomorrow(Refusal.INVITED_TODAY);
            }
        }
    }

    /** Refuses where one of these acquaintances was put into this group too often today. */
    void requireAcquainted(String conversation, String inviter, Set<String> accounts)
            throws SQLException, WriteRefused {
        for (String account : accounts) {
            if (counts(conversation, inviter, account).ofGroup() >= perDay) {
                throw day.untilTomorrow(Refusal.INVITED_TODAY);
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
