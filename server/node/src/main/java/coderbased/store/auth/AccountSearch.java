package coderbased.store.auth;

import coderbased.auth.session.Account;
import coderbased.store.Dialect;
import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The search for accounts by their ids and by the beginnings of words, always with an index. */
final class AccountSearch {

    /** Greater than every character that can follow in a word. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    private static final int MAX_VALUES = 500;

    private static final String FINDABLE = """
             a.deleted_at IS NULL AND a.id <> :seeker
             AND (a.banned_at IS NULL OR (a.banned_until IS NOT NULL AND a.banned_until <= :now))
            """;

    private AccountSearch() {}

    static void add(Handle handle, Account account) {
        PreparedBatch words = handle.prepareBatch("INSERT INTO account_words (account_id, word) VALUES (:id, :word)");
        for (String word : account.searchWords()) {
            words.bind("id", account.id()).bind("word", word).add();
        }
        words.execute();
    }

    static void forget(Handle handle, String accountId) {
        handle.execute("DELETE FROM account_words WHERE account_id = ?", accountId);
    }

    static List<Account> byIds(Handle handle, Collection<String> accountIds) {
        List<Account> found = new ArrayList<>();
        for (List<String> some : inParts(accountIds)) {
            handle.createQuery("SELECT * FROM accounts WHERE id IN (<ids>)")
                    .bindList("ids", some)
                    .map((row, context) -> AccountRows.read(row))
                    .forEach(found::add);
        }
        return found;
    }

    static List<Account> find(
            Handle handle, Dialect dialect, List<String> beginnings, String seeker, Instant now, int limit) {
        return beginnings.isEmpty()
                ? accounts(
                        handle.createQuery("SELECT a.* FROM accounts a WHERE " + FINDABLE
                                + " ORDER BY a.sort_name, a.id LIMIT :limit"),
                        seeker,
                        now,
                        limit)
                : byWords(handle, dialect.joinInThisOrder(), beginnings, seeker, now, limit);
    }

    static Map<String, Instant> lastActive(Handle handle, Collection<String> accountIds) {
        Map<String, Instant> found = new HashMap<>();
        for (List<String> some : inParts(accountIds)) {
            handle.createQuery("""
                            SELECT account_id, MAX(last_active_at) AS last_active_at FROM sessions
                            WHERE account_id IN (<ids>) GROUP BY account_id
                            """)
                    .bindList("ids", some)
                    .map((row, context) ->
                            found.put(row.getString("account_id"), Timestamps.read(row, "last_active_at")))
                    .list();
        }
        return found;
    }

    /** Divides the ids into parts, because a statement takes a limited number of values. */
    private static List<List<String>> inParts(Collection<String> accountIds) {
        return accountIds.stream().gather(Gatherers.windowFixed(MAX_VALUES)).toList();
    }

    /** Reads the accounts with the longest beginning, because they are the fewest, and checks each for the others. */
    private static List<Account> byWords(
            Handle handle, String join, List<String> beginnings, String seeker, Instant now, int limit) {
        List<String> longestFirst = beginnings.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        StringBuilder sql = new StringBuilder("SELECT DISTINCT a.* FROM account_words w ")
                .append(join)
                .append(" accounts a ON a.id = w.account_id WHERE w.word >= :from0 AND w.word < :to0 AND")
                .append(FINDABLE);
        for (int i = 1; i < longestFirst.size(); i++) {
            sql.append(" AND EXISTS (SELECT 1 FROM account_words o WHERE o.account_id = a.id AND o.word >= :from")
                    .append(i)
                    .append(" AND o.word < :to")
                    .append(i)
                    .append(')');
        }
        Query query = handle.createQuery(sql.append(" LIMIT :limit").toString());
        for (int i = 0; i < longestFirst.size(); i++) {
            query.bind("from" + i, longestFirst.get(i)).bind("to" + i, longestFirst.get(i) + END);
        }
        return accounts(query, seeker, now, limit);
    }

    private static List<Account> accounts(Query query, String seeker, Instant now, int limit) {
        return query.bind("seeker", seeker)
                .bind("now", Timestamps.millis(now))
                .bind("limit", limit)
                .map((row, context) -> AccountRows.read(row))
                .list();
    }
}
