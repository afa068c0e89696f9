package coderbased.store;

import coderbased.store.DatabaseLog.Way;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database: SQLite or PostgreSQL. Thread-safe. */
public abstract class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Dialect dialect;
    private final DatabaseLog log;

    /**
     * @param name says in the log which database it is, without a password
     * @param reason says why it is away
     */
    Database(Dialect dialect, String name, Function<Throwable, String> reason) {
        this.dialect = dialect;
        log = new DatabaseLog(LOG, name, reason);
    }

    /**
     * Reads; all of the work sees the same moment.
     *
     * @throws JdbiException if the database refuses; a new failure is in the log by then
     * @throws coderbased.outage.RequestRejected if it rejects a value
     */
    public final <T> T read(Function<Handle, T> work) {
        return log.of(Way.READ, () -> runRead(work));
    }

    /**
     * Writes in one transaction: all of it is on disk when this returns, or none of it ever is. The work must be short
     * and must not use this object again. On an engine with several writers it may run several times.
     *
     * @throws JdbiException if the database refuses; a new failure is in the log by then
     * @throws coderbased.outage.RequestRejected if it rejects a value
     */
    public final <T> T write(Function<Handle, T> work) {
        return log.of(Way.WRITE, () -> runWrite(work));
    }

    /** Reads as {@link #read} does, without a log line. */
    abstract <T> T runRead(Function<Handle, T> work);

    /** Writes as {@link #write} does, without a log line. */
    abstract <T> T runWrite(Function<Handle, T> work);

    /** Waits for the last writers, then closes the database. */
    @Override
    public abstract void close() throws IOException;

    /**
     * Returns the reason why the open database is no longer the one at its path, so that nothing more is stored; empty
     * if it is.
     */
    public abstract Optional<String> lost();

    /** Tries a write that changes nothing. Returns the reason why it was refused; empty if it succeeded. */
    abstract Optional<String> whyNoWrites();

    /** True if a write that changes nothing succeeds; a new failure is in the log by then. */
    final boolean takesWrites() {
        Optional<String> why = whyNoWrites();
        why.ifPresentOrElse(reason -> log.failed(Way.WRITE, reason), () -> log.works(Way.WRITE));
        return why.isEmpty();
    }

    /**
     * Returns access to statements whose failures do not repeat their values, which may be people's messages and
     * secrets.
     */
    static Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    public final Dialect dialect() {
        return dialect;
    }
}
