package coderbased.store.chat;

import coderbased.chat.AccountLimits;
import coderbased.chat.RefusalReason;
import coderbased.protocol.Body;
import coderbased.protocol.Wire;
import coderbased.store.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The use of accounts' limits, as one transaction sees and changes it. A row is read at its account's first write, and
 * all are written together at the end, in the order of their ids, so that no two nodes wait for each other. What
 * several nodes store at the same time is added up; each may exceed a limit by what its own transaction holds.
 */
final class AccountUse {

    private final Statements statements;
    private final AccountLimits limits;
    private final LimitDay day;
    private final Map<String, Used> known = new HashMap<>();
    private final TreeMap<String, Used> added = new TreeMap<>();

    /**
     * Amounts of limited things.
     *
     * @param textBytes negative if text was deleted
     */
    record Used(long changes, long conversations, long people, long textBytes) {

        private static final Used NOTHING = new Used(0, 0, 0, 0);

        static Used change() {
            return new Used(1, 0, 0, 0);
        }

        static Used conversation(int people) {
            return new Used(0, 1, people, 0);
        }

        static Used people(int people) {
            return new Used(0, 0, people, 0);
        }

        static Used text(long bytes) {
            return new Used(0, 0, 0, bytes);
        }

        Used plus(Used more) {
            return new Used(
                    changes + more.changes,
                    conversations + more.conversations,
                    people + more.people,
                    textBytes + more.textBytes);
        }
    }

    AccountUse(Statements statements, AccountLimits limits, LimitDay day) {
        this.statements = statements;
        this.limits = limits;
        this.day = day;
    }

    /** Returns the bytes that a message's body takes. */
    static long bytes(Body body) {
        return Wire.write(body).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Refuses if the account may not use that much more. */
    void require(String account, Used more) throws SQLException, WriteRefused {
        Used then = of(account).plus(more);
        AccountLimits.PerDay perDay = limits.perDay();
        if (more.changes() > 0 && then.changes() > perDay.changes()) {
            throw day.untilTomorrow(RefusalReason.CHANGES_TODAY);
        }
        if (more.conversations() > 0 && then.conversations() > perDay.conversations()) {
            throw day.untilTomorrow(RefusalReason.CONVERSATIONS_TODAY);
        }
        if (more.people() > 0 && then.people() > perDay.people()) {
            throw day.untilTomorrow(RefusalReason.PEOPLE_TODAY);
        }
        if (more.textBytes() > 0 && then.textBytes() > limits.textBytes()) {
            throw new WriteRefused(RefusalReason.TEXT_FULL);
        }
    }

    /**
     * Refuses a deletion, an answer or a departure only if the account made twice as many changes as its limit for
     * others.
     */
    void requireWayBack(String account) throws SQLException, WriteRefused {
        if (of(account).changes() >= 2 * limits.perDay().changes()) {
            throw day.untilTomorrow(RefusalReason.CHANGES_TODAY);
        }
    }

    /** Counts a use. */
    void add(String account, Used more) throws SQLException {
        known.put(account, of(account).plus(more));
        added.merge(account, more, Used::plus);
    }

    /** Writes the counts. */
    void store() throws SQLException {
        statements.batch(
                """
                INSERT INTO account_use (account_id, day, changes, conversations, people, text_bytes)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (account_id) DO UPDATE SET
                    changes = excluded.changes
                        + CASE WHEN account_use.day IN (excluded.day, excluded.day + 1) THEN account_use.changes ELSE 0
                            END,
                    conversations = excluded.conversations
                        + CASE WHEN account_use.day IN (excluded.day, excluded.day + 1) THEN account_use.conversations
                            ELSE 0 END,
                    people = excluded.people
                        + CASE WHEN account_use.day IN (excluded.day, excluded.day + 1) THEN account_use.people ELSE 0
                            END,
                    text_bytes = account_use.text_bytes + excluded.text_bytes,
                    day = CASE WHEN account_use.day = excluded.day + 1 THEN account_use.day ELSE excluded.day END
                """,
                added.entrySet().stream()
                        .map(entry -> values(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private List<Object> values(String account, Used more) {
        return List.of(account, day.number(), more.changes(), more.conversations(), more.people(), more.textBytes());
    }

    private Used of(String account) throws SQLException {
        Used used = known.get(account);
        if (used == null) {
            used = read(account);
            known.put(account, used);
        }
        return used;
    }

    private Used read(String account) throws SQLException {
        return statements
                .first(
                        "SELECT day, changes, conversations, people, text_bytes FROM account_use WHERE account_id = ?",
                        row -> day.counts(row.getLong("day"))
                                ? new Used(
                                        row.getLong("changes"),
                                        row.getLong("conversations"),
                                        row.getLong("people"),
                                        row.getLong("text_bytes"))
                                : Used.text(row.getLong("text_bytes")),
                        account)
                .orElse(Used.NOTHING);
    }
}
