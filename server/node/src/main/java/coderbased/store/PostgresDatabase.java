package coderbased.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * A PostgreSQL database, which any number of nodes share.
 *
 * <p>Thread-safe. Several writers work at once, here and on other nodes. If two conflict, or create the same row at the
 * same time, the database refuses one of them, and that one runs again.
 */
public final class PostgresDatabase extends Database {

    private static final int MAX_ATTEMPTS = 5;

    /** Serialization failure (40001), deadlock (40P01), created by another meanwhile (23505). */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

    /** The table with one row. */
    private static final String NO_CHANGE = "UPDATE revocation_head SET sequence = sequence";

    /** Tables in which the user lacks a right that the server needs. */
    private static final String BARRED = """
            SELECT string_agg(name, ', ') FROM unnest(ARRAY['%s']) AS name WHERE NOT (
                has_table_privilege(name, 'SELECT') AND has_table_privilege(name, 'INSERT')
                AND has_table_privilege(name, 'UPDATE') AND has_table_privilege(name, 'DELETE')
                AND has_sequence_privilege('message_ids', 'USAGE'))
            """.formatted(String.join("', '", CopiedTables.ALL));

    private final Pool readers;
    private final Pool writers;

    private PostgresDatabase(PostgresServer server, PostgresPools.Pools pools) {
        super(new PostgresDialect(), server.name(), PostgresCause::of);
        readers = pool(pools.readers());
        writers = pool(pools.writers());
    }

    /** Connects as {@link Databases#connect} does. */
    static PostgresDatabase connectTo(PostgresServer server) throws IOException {
        PostgresPools pools = server.requireUsable();
        try (PostgresDatabase patient = open(server, pools)) {
            if (!CopiedTables.finished(patient).orElse(true)) {
                throw new IOException("A move into the database " + server.name()
                        + " has begun and is not finished. Let migrate-to finish first.");
            }
            Optional<String> why = patient.whyNoWrites();
            if (why.isPresent()) {
                throw new IOException("The database " + server.name() + " accepts no writes: " + why.get());
            }
            new Repair(patient).run();
            return new PostgresDatabase(server, pools.serving());
        } catch (RuntimeException e) {
            throw server.unusable(e);
        }
    }

    /** Connects with connections that wait for every answer, also to a database into which another is being copied. */
    public static PostgresDatabase openTo(PostgresServer server) throws IOException {
        return open(server, server.requireUsable());
    }

    private static PostgresDatabase open(PostgresServer server, PostgresPools pools) throws IOException {
        try {
            Schema.update(pools.patient(), Schema.Engine.POSTGRESQL, server.name());
            return new PostgresDatabase(server, pools.waiting());
        } catch (RuntimeException e) {
            throw server.unusable(e);
        }
    }

    @Override
    <T> T runRead(Function<Handle, T> work) {
        return readers.run(work);
    }

    @Override
    <T> T runWrite(Function<Handle, T> work) {
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return writers.run(work);
            } catch (RuntimeException e) {
                if (!isInTheWay(e)) {
                    throw e;
                }
            }
        }
        return writers.run(work);
    }

    /** Empty: on a database server, its operator watches the files. */
    @Override
    public Optional<String> lost() {
        return Optional.empty();
    }

    @Override
    Optional<String> whyNoWrites() {
        try {
            writers.run(handle -> {
                Optional<String> barred =
                        handle.createQuery(BARRED).mapTo(String.class).findOne();
                if (barred.isEmpty()) {
                    handle.execute(NO_CHANGE);
                }
                throw new Undone(barred);
            });
            return Optional.empty();
        } catch (Undone e) {
            return e.barred.map(tables -> "the database user may not SELECT, INSERT, UPDATE and DELETE in " + tables
                    + ". GRANT that, and USAGE on the sequence message_ids");
        } catch (JdbiException e) {
            return Optional.of(FailureReason.of(e));
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static boolean isInTheWay(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CONFLICTS.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static Pool pool(PostgresPools.Connections connections) {
        HikariDataSource source = connections.source();
        return new Pool(source, jdbi(source).registerArgument(new Text()), connections.boundaries());
    }

    /** Undoes the write that was only tried. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final Optional<String> barred;

        Undone(Optional<String> barred) {
            super(null, null, false, false);
            this.barred = barred;
        }
    }

    /** Text as the engine can hold it. */
    private static final class Text extends AbstractArgumentFactory<String> {

        private final Dialect dialect = new PostgresDialect();

        Text() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, dialect.text(value));
        }
    }
}
