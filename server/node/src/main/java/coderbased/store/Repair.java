package coderbased.store;

import coderbased.protocol.Body;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done at a start about writes that were left half done, as earlier versions could leave them after another program had
 * held the database: conversations take messages again, and what was said in them can be found.
 */
final class Repair {

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    private static final int PAGE = 200;

    /** Conversations of two in which one of the two has no seat, so that no message is accepted. */
    private static final String NOT_SEATED = """
            SELECT c.id, c.direct_key FROM conversations c WHERE c.direct_key IS NOT NULL
                AND (SELECT COUNT(*) FROM members m WHERE m.conversation_id = c.id) < 2
            """;

    private static final String SEAT = """
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

    /** Repairs what can be found by a look at every conversation. */
    void run() {
        repair(ConversationRepair.BEHIND);
        seat();
    }

    /** Also repairs what can only be found by a look at every message. */
    void runThoroughly() {
        run();
        repair(ConversationRepair.TWICE);
        index();
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

    private void seat() {
        attempt("members of conversations", () -> {
            List<Unseated> found = read(
                    statements -> statements.list(NOT_SEATED, row -> new Unseated(row.getString(1), row.getString(2))));
            each("members of conversations", found, (statements, unseated) -> {
                for (String account : unseated.directKey().split(" ")) {
                    statements.run(SEAT, account, unseated.conversation());
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

    /** Indexes a page in one transaction; where that fails, each message in one of its own. */
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

    /** The next messages without words in the index. Most of them have none: only a page of them is held at once. */
    private List<Unindexed> unindexedAfter(long id) {
        return read(statements -> statements.list(
                WordIndexes.of(statements).unindexed(),
                row -> new Unindexed(row.getLong(1), row.getString(2), MessageRows.indexed(row.getString(3))),
                id,
                PAGE));
    }

    /** One that resists keeps nobody from the others, and nobody from starting. */
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
