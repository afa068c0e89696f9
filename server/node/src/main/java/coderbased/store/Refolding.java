package coderbased.store;

import coderbased.auth.session.Account;
import coderbased.protocol.Body;
import coderbased.protocol.SearchText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    private record Mark(String subject, String place) {}

    private record Message(long id, String conversation, Body body) {}

    private record Names(String id, String handle, String name) {}

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
            database.write(handle -> Statements.on(handle, database.dialect(), Refolding::page));
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

    private static boolean page(Statements statements) throws SQLException {
        Optional<Mark> mark = next(statements);
        if (mark.isPresent()) {
            String subject = mark.get().subject();
            String place = mark.get().place();
            Optional<String> then = subject.equals("messages") ? messages(statements, place) : names(statements, place);
            if (then.isPresent()) {
                statements.run("UPDATE refolding SET place = ? WHERE subject = ?", then.get(), subject);
            } else {
                statements.run("DELETE FROM refolding WHERE subject = ?", subject);
            }
        }
        return mark.isPresent();
    }

    private static Optional<String> messages(Statements statements, String below) throws SQLException {
        List<Message> page = statements.list(
                "SELECT id, conversation_id, body FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?",
                row -> new Message(row.getLong(1), row.getString(2), MessageRows.indexed(row.getString(3))),
                Long.parseLong(below),
                PAGE);
        WordIndex index = WordIndexes.of(statements);
        for (Message message : page) {
            index.remove(message.id());
            index.put(message.id(), message.conversation(), message.body());
        }
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(String.valueOf(page.getLast().id()));
    }

    private static Optional<String> names(Statements statements, String after) throws SQLException {
        List<Names> page = statements.list(
                "SELECT id, handle, name FROM accounts WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?",
                row -> new Names(row.getString(1), row.getString(2), row.getString(3)),
                after,
                PAGE);
        for (Names account : page) {
            statements.run(
                    "UPDATE accounts SET sort_name = ? WHERE id = ?", SearchText.fold(account.name()), account.id());
            statements.run("DELETE FROM account_words WHERE account_id = ?", account.id());
            statements.batch(
                    "INSERT INTO account_words (account_id, word) VALUES (?, ?)",
                    Account.searchWords(account.name(), account.handle()).stream()
                            .map(word -> List.<Object>of(account.id(), word))
                            .toList());
        }
        return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
    }

    /** Logs the beginning, and each tenth of the messages. */
    private void report(Mark mark) {
        if (!mark.subject().equals("messages")) {
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
