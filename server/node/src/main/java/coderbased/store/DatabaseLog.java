package coderbased.store;

import coderbased.outage.OutageLog;
import coderbased.outage.RequestRejected;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.sqlite.SQLiteException;

/**
 * Log lines about the calls to a database: one when it is lost, with the reason, and one when it is back, which is when
 * all works again that failed before. A statement that the database rejects is a programming error: it has a line of
 * its own, and does not mean that the database is away. Thread-safe.
 */
final class DatabaseLog {

    /** Rejected statements or values: unsupported, invalid, not unique, or wrong syntax (SQLSTATE classes). */
    private static final Set<String> STATEMENT_STATES = Set.of("0A", "21", "22", "23", "42", "54");

    /** The same for SQLite: ERROR, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, RANGE. */
    private static final Set<Integer> STATEMENT_CODES = Set.of(1, 18, 19, 20, 21, 25);

    /** Rejected values: invalid, not allowed beside others, or too large (SQLSTATE classes). */
    private static final Set<String> VALUE_STATES = Set.of("21", "22", "23", "54");

    /** The same for SQLite: TOOBIG, CONSTRAINT, MISMATCH. */
    private static final Set<Integer> VALUE_CODES = Set.of(18, 19, 20);

    /** The part of an extended result code that gives its kind. */
    private static final int PRIMARY_CODE = 0xFF;

    private static final int CLASS_CHARS = 2;

    private final OutageLog outages;
    private final OutageLog refusals;
    private final Function<Throwable, String> reason;
    private final Set<Way> failing = ConcurrentHashMap.newKeySet();

    /** The ways to use a database. One may fail while the other works. */
    enum Way {
        READ,
        WRITE
    }

    /** @param reason says why a database is away, without the statement */
    DatabaseLog(Logger log, String name, Function<Throwable, String> reason) {
        outages = new OutageLog(log, "The database " + name, OutageLog.Repeat.NEVER, System::nanoTime);
        refusals = new OutageLog(log, "A statement", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);
        this.reason = reason;
    }

    /**
     * Makes a call and logs its result.
     *
     * @throws RequestRejected if the database rejects a value
     */
    <T> T of(Way way, Supplier<T> call) {
        T result;
        try {
            result = call.get();
        } catch (JdbiException e) {
            note(way, e);
            if (isOfValue(e)) {
                throw new RequestRejected(e);
            }
            throw e;
        }
        works(way);
        return result;
    }

    void failed(Way way, String why) {
        failing.add(way);
        outages.failed("away", why);
    }

    void works(Way way) {
        if (!failing.isEmpty()) {
            failing.remove(way);
        }
        if (failing.isEmpty()) {
            outages.works();
        }
    }

    private void note(Way way, JdbiException e) {
        if (isOfStatement(e)) {
            refusals.failed(e);
        } else {
            failed(way, reason.apply(e));
        }
    }

    /** An exception without an engine's error in it is a programming error, too. */
    private static boolean isOfStatement(Throwable e) {
        boolean isOurs = true;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                isOurs = isOneOf(sql, STATEMENT_STATES, STATEMENT_CODES);
            } else if (cause instanceof IOException) {
                isOurs = false;
            }
        }
        return isOurs;
    }

    private static boolean isOfValue(Throwable e) {
        boolean isOfValue = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            isOfValue |= cause instanceof SQLException sql && isOneOf(sql, VALUE_STATES, VALUE_CODES);
        }
        return isOfValue;
    }

    private static boolean isOneOf(SQLException e, Set<String> states, Set<Integer> codes) {
        if (e instanceof SQLiteException lite) {
            return codes.contains(lite.getErrorCode() & PRIMARY_CODE);
        }
        String state = String.valueOf(e.getSQLState());
        return state.length() > CLASS_CHARS && states.contains(state.substring(0, CLASS_CHARS));
    }
}
