package coderbased.store;

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

/** An engine that keeps rows: SQLite or PostgreSQL. Thread-safe. */
public abstract class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Dialect dialect;
    private final DatabaseLog reads = new DatabaseLog(LOG, "Reading from the database");
    private final DatabaseLog writes = new DatabaseLog(LOG, "Writing to the database");

    Database(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads; everything in it is of one moment.
     *
     * @throws JdbiException where the database refuses; that is in the log then, as far as it is news
     */
    public final <T> T read(Function<Handle, T> work) {
        return reads.of(() -> runRead(work));
    }

    /**
     * Writes in one transaction: all of it is on disk when this returns, or none of it ever is. The work must be short
     * and must not read or write through this object again; where several write at once, it may be done anew.
     *
     * @throws JdbiException where the database refuses; that is in the log then, as far as it is news
     */
    public final <T> T write(Function<Handle, T> work) {
        return writes.of(() -> runWrite(work));
    }

    /** As {@link #read}, without a log line. */
    abstract <T> T runRead(Function<Handle, T> work);

    /** As {@link #write}, without a log line. */
    abstract <T> T runWrite(Function<Handle, T> work);

    /** Lets the last writers finish, then lets go of the database. */
    @Override
    public abstract void close() throws IOException;

    /** Says why the open database is no longer the one at its path, so that nothing more is stored; empty where it is. */
    public abstract Optional<String> lost();

    /** Tries a write that changes nothing, and says why it was refused; empty where it was not. */
    abstract Optional<String> whyNoWrites();

    /** A way to statements whose failures do not repeat the values in them: people's words and secrets stand there. */
    static Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    public final Dialect dialect() {
        return dialect;
    }
}
