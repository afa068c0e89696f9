package coderbased.store;

import coderbased.protocol.Body;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The repair of half-done writes at the start. Earlier versions could leave them after another program had locked the
 * database. Afterwards, their conversations take messages again, and the messages can be found.
 */
final class Repair {

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    private static final int PAGE = 200;

    /** Conversations of two in which one of the two is no member, so that no message is accepted. */
    private static final String MISSING_MEMBERS = """
            SELECT c.id, c.direct_key FROM conversations c WHERE c.direct_key IS NOT NULL
                AND (SELECT COUNT(*) FROM members m WHERE m.conversation_id = c.id) < 2
            """;

    private static final String ADD_MEMBER = """
            INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq, read_seq)
            SELECT id, ?, TRUE, created_at, 1, 0, 0 FROM conversations WHERE id = ?
            ON CONFLICT (conversation_id, account_id) DO NOTHING
            """;

    private final Database database;

    private record Unseated(String conversation, String directKey) {}

    private record Unindexed(long id, String conversation, Body body) {}

    Repair(Database database) {
        this.database = database;
    }

    /** Repairs what one look at every conversation finds. */
    void run() {
        repair(ConversationRepair.COUNTERS_BEHIND);
        addMissingMembers();
    }

    /** Repairs also what only a look at every message finds. */
    void runThoroughly() {
        run();
        repair(ConversationRepair.SHARED_NUMBERS);
        if (!Refolding.isPending(database)) {
            index();
        }
    }

    private void repair(String found) {
        attempt("conversations", () -> {
            List<String> behind = read(statements -> statements.list(found, row -> row.getString(1)));
            each(
                    "conversations",
                    behind,
                    (statements, conversation) -> new ConversationRepair(statements, conversation).run());
        });
    }

    private void addMissingMembers() {
        attempt("members of conversations", () -> {
            List<Unseated> found = read(statements ->
                    statements.list(MISSING_MEMBERS, row -> new Unseated(row.getString(1), row.getString(2))));
            each("members of conversations", found, (statements, unseated) -> {
                for (String account : unseated.directKey().split(" ")) {
                    statements.run(ADD_MEMBER, account, unseated.conversation());
                }
            });
        });
    }

    private void index() {
        attempt("words of messages", () -> {
            long repaired = 0;
            List<Unindexed> page = unindexedAfter(0);
            while (!page.isEmpty()) {
                repaired += index(page.stream()
                        .filter(message -> WordIndex.hasWords(message.body()))
                        .toList());
                page = unindexedAfter(page.getLast().id());
            }
            report("words of messages", repaired);
        });
    }

    /** Indexes a page in one transaction; if that fails, each message in its own. */
    private long index(List<Unindexed> page) {
        Step<List<Unindexed>> all = (statements, messages) -> {
            for (Unindexed message : messages) {
                put(statements, message);
            }
        };
        return page.isEmpty() || repaired("words of messages", page, all)
                ? page.size()
                : page.stream()
                        .filter(message -> repaired("words of messages", message, Repair::put))
                        .count();
    }

    private static void put(Statements statements, Unindexed message) throws SQLException {
        WordIndexes.of(statements).put(message.id(), message.conversation(), message.body());
    }

    /**
     * Returns the next messages without words in the index. Most messages without words have none; one page of them is
     * in memory at a time.
     */
    private List<Unindexed> unindexedAfter(long id) {
        return read(statements -> statements.list(
                WordIndexes.of(statements).unindexed(),
                row -> new Unindexed(row.getLong(1), row.getString(2), MessageRows.indexed(row.getString(3))),
                id,
                PAGE));
    }

    /** Repairs each; a failure stops neither the others nor the start of the server. */
    private <T> void each(String what, List<T> found, Step<T> step) {
        report(what, found.stream().filter(one -> repaired(what, one, step)).count());
    }

    private <T> boolean repaired(String what, T one, Step<T> step) {
        return attempt(
                what,
                () -> database.write(handle -> Statements.on(handle, database.dialect(), statements -> {
                    step.run(statements, one);
                    return one;
                })));
    }

    private static void report(String what, long repaired) {
        if (repaired > 0) {
            LOG.warn("Found half finished writes and repaired them: {}, {}", what, repaired);
        }
    }

    private static boolean attempt(String what, Runnable repair) {
        try {
            repair.run();
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("Found half finished writes and could not repair them: {}", what, e);
            return false;
        }
    }

    private <T> T read(Statements.WorkOn<T> work) {
        return database.read(handle -> Statements.on(handle, database.dialect(), work));
    }

    private interface Step<T> {
        void run(Statements statements, T one) throws SQLException;
    }
}
