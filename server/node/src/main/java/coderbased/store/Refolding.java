package coderbased.store;

import coderbased.auth.session.Account;
import coderbased.outage.RequestRejected;
import coderbased.protocol.Body;
import coderbased.protocol.SearchText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work that remains after the folding of words changed: the words of older messages and of names are made again, a
 * page at a time, while the server serves. The newest messages come first. Several nodes may do it at once. For one
 * thread.
 */
public final class Refolding {

    private static final Logger LOG = LoggerFactory.getLogger(Refolding.class);

    private static final int PAGE = 200;
    private static final int PARTS = 10;

    /** Names come first, because they are few. */
    private static final String NEXT = "SELECT subject, place FROM refolding ORDER BY subject LIMIT 1";

    private final Database database;
    private boolean finished;
    private long all;
    private long logged;

    private record Mark(String subject, String place) {
        boolean isOfMessages() {
            return subject.equals("messages");
        }
    }

    private record Message(String conversation, Body body) {}

    private record Names(String handle, String name) {}

    public Refolding(Database database) {
        this.database = database;
    }

    /** True if words of messages or names are still to be made again. */
    static boolean isPending(Database database) {
        return next(database).isPresent();
    }

    /** Does all of the work. */
    public void finish() {
        while (!finished) {
            step();
        }
    }

    /** Does one page of the work. Does nothing once all of it is done. */
    public void step() {
        Optional<Mark> next = finished ? Optional.empty() : next(database);
        next.ifPresent(this::report);
        if (next.isPresent()) {
            page(next.get());
        } else if (!finished) {
            finished = true;
            if (all > 0) {
                LOG.info("The search index is complete");
            }
        }
    }

    private static Optional<Mark> next(Database database) {
        return database.read(handle -> Statements.on(handle, database.dialect(), Refolding::next));
    }

    private static Optional<Mark> next(Statements statements) throws SQLException {
        return statements.first(NEXT, row -> new Mark(row.getString(1), row.getString(2)));
    }

    /** Makes a page in one transaction. If the database rejects its words, makes each of its rows alone. */
    private void page(Mark mark) {
        List<String> page = database.read(handle -> on(handle, statements -> ids(statements, mark)));
        if (!isMade(mark, page)) {
            List<String> rejected =
                    page.stream().filter(id -> !isMade(mark, List.of(id))).toList();
            LOG.error(
                    "The search index lacks these {}, because the database rejects their words: {}",
                    mark.subject(),
                    rejected);
        }
        database.write(handle -> on(handle, statements -> advance(statements, mark, page)));
    }

    /** Makes the words of these rows in one transaction. False if the database rejects them. */
    private boolean isMade(Mark mark, List<String> ids) {
        try {
            database.write(handle -> on(handle, statements -> {
                for (String id : ids) {
                    if (mark.isOfMessages()) {
                        message(statements, Long.parseLong(id));
                    } else {
                        name(statements, id);
                    }
                }
                return ids;
            }));
            return true;
        } catch (RequestRejected _) {
            return false;
        }
    }

    private static List<String> ids(Statements statements, Mark mark) throws SQLException {
        return mark.isOfMessages()
                ? statements.list(
                        "SELECT id FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?",
                        row -> row.getString(1),
                        Long.parseLong(mark.place()),
                        PAGE)
                : statements.list(
                        "SELECT id FROM accounts WHERE id > ? ORDER BY id LIMIT ?",
                        row -> row.getString(1),
                        mark.place(),
                        PAGE);
    }

    /** Notes that a page is done, unless another node did. */
    private static int advance(Statements statements, Mark mark, List<String> page) throws SQLException {
        return page.isEmpty()
                ? statements.run("DELETE FROM refolding WHERE subject = ?", mark.subject())
                : statements.run(
                        "UPDATE refolding SET place = ? WHERE subject = ? AND place = ?",
                        page.getLast(),
                        mark.subject(),
                        mark.place());
    }

    /** Makes a message's words. The lock keeps an edit or a deletion from committing between the read and the write. */
    private static void message(Statements statements, long id) throws SQLException {
        List<Message> found = statements.list(
                "SELECT conversation_id, body FROM messages WHERE id = ?"
                        + statements.dialect().forUpdate(),
                row -> new Message(row.getString(1), MessageRows.indexed(row.getString(2))),
                id);
        WordIndex index = WordIndexes.of(statements);
        for (Message message : found) {
            index.remove(id);
            index.put(id, message.conversation(), message.body());
        }
    }

    /** Makes the words of an account's name. A deleted account has none, also if it is deleted meanwhile. */
    private static void name(Statements statements, String id) throws SQLException {
        List<Names> found = statements.list(
                "SELECT handle, name FROM accounts WHERE id = ? AND deleted_at IS NULL"
                        + statements.dialect().forUpdate(),
                row -> new Names(row.getString(1), row.getString(2)),
                id);
        for (Names account : found) {
            statements.run("UPDATE accounts SET sort_name = ? WHERE id = ?", SearchText.fold(account.name()), id);
            statements.run("DELETE FROM account_words WHERE account_id = ?", id);
            statements.batch(
                    "INSERT INTO account_words (account_id, word) VALUES (?, ?)",
                    Account.searchWords(account.name(), account.handle()).stream()
                            .map(word -> List.<Object>of(id, word))
                            .toList());
        }
    }

    private <T> T on(Handle handle, Statements.WorkOn<T> work) {
        return Statements.on(handle, database.dialect(), work);
    }

    /** Logs the beginning, and each tenth of the messages. */
    private void report(Mark mark) {
        if (!mark.isOfMessages()) {
            return;
        }
        long below = Long.parseLong(mark.place());
        if (all == 0) {
            all = below;
            logged = PARTS;
            LOG.info("The search index is made again, newest messages first. Older messages are found as it goes on");
        }
        long left = below * PARTS / all;
        if (left < logged) {
            logged = left;
            LOG.info("The search index is made again: {} % is done", (PARTS - left - 1) * PARTS);
        }
    }
}
