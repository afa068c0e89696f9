package coderbased.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * PostgreSQL, which any number of nodes share.
 *
 * <p>Thread-safe. Several writers work at once, here and on other nodes; where two are in each other's way, or make the same
 * thing at the same time, the database refuses one of them, and that one is done anew.
 */
final class PostgresDatabase extends Database {

    private static final int ATTEMPTS = 5;

    /** Not in an order that could be (40001), waiting for one another (40P01), made meanwhile by another (23505). */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "23505");

    private final Pool readers;
    private final Pool writers;

    private PostgresDatabase(PostgresServer.Pools pools) {
        super(new PostgresDialect());
        readers = new Pool(pools.readers(), jdbi(pools.readers()), Boundaries.ofDriver());
        writers = new Pool(pools.writers(), jdbi(pools.writers()), Boundaries.ofDriver());
    }

    /** As {@link Database#connect} says. */
    static PostgresDatabase connectTo(PostgresServer server) throws IOException {
        try (PostgresDatabase patient = openTo(server)) {
            if (!Move.finished(patient).orElse(true)) {
                throw new IOException("Into the database " + server.name()
                        + " another one is being moved, and not all of it is there. Let migrate-to finish first.");
            }
            new Repair(patient).run();
            return new PostgresDatabase(server.serving());
        } catch (RuntimeException e) {
            throw server.unusable(reason(e), e);
        }
    }

    /** One that waits for every answer, be it one into which another is being moved. */
    static PostgresDatabase openTo(PostgresServer server) throws IOException {
        server.requireAnswer();
        try {
            Schema.update(server.patient(), Schema.Engine.POSTGRESQL, server.name());
            return new PostgresDatabase(server.waiting());
        } catch (RuntimeException e) {
            throw server.unusable(reason(e), e);
        }
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return readers.run(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return writers.run(work);
            } catch (RuntimeException refused) {
                if (!isInTheWay(refused)) {
                    throw refused;
                }
            }
        }
        return writers.run(work);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static boolean isInTheWay(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && IN_THE_WAY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).registerArgument(new Text());
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e instanceof FlywayException || e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
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
