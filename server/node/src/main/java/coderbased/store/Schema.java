package coderbased.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of a database, as the migrations make them. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private final Flyway flyway;
    private final String database;

    /** An engine; beside the migrations that are the same for all it has some of its own. */
    enum Engine {
        SQLITE,
        POSTGRESQL
    }

    private Schema(DataSource source, Engine engine, String database) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + engine.name().toLowerCase(Locale.ROOT))
                // Another node may be updating; it takes as long as there is data.
                .lockRetryCount(-1)
                .loggers("slf4j");
        flyway = (engine == Engine.POSTGRESQL ? configuration.callbacks(new Patience()) : configuration).load();
        this.database = database;
    }

    /**
     * Brings a database's schema up to date. Takes as long as there is data.
     *
     * @param source of connections that wait for an answer however long it takes
     * @param database names it in messages
     * @throws IOException where the schema is newer than this program, or an earlier update was not finished
     */
    static void update(DataSource source, Engine engine, String database) throws IOException {
        new Schema(source, engine, database).update();
    }

    private void update() throws IOException {
        requireKnown();
        long pending = flyway.info().pending().length;
        if (pending > 0 && flyway.info().current() != null) {
            LOG.info("Updating the schema of {}. With much data this takes minutes; do not stop the server", database);
        }
        flyway.migrate();
        // A newer server may have been faster.
        requireKnown();
    }

    private void requireKnown() throws IOException {
        MigrationInfo[] all = flyway.info().all();
        if (Arrays.stream(all).anyMatch(Schema::isFuture)) {
            throw new IOException("The database " + database
                    + " was made by a newer version of the server: its schema is"
                    + " version " + newest(all, Schema::isFuture) + ", this server knows version "
                    + newest(all, migration -> !isFuture(migration)) + ". Start the newer version, or go back to a"
                    + " copy of the database from before the update.");
        }
        if (Arrays.stream(all).anyMatch(migration -> migration.getState() == MigrationState.FAILED)) {
            throw new IOException("The database " + database + " is half updated: the update of its schema to version "
                    + newest(all, migration -> migration.getState() == MigrationState.FAILED)
                    + " failed earlier. Put a copy from before the update in its place, then start again.");
        }
    }

    private static boolean isFuture(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static String newest(MigrationInfo[] all, Predicate<MigrationInfo> of) {
        return Arrays.stream(all)
                .filter(of)
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("unknown");
    }

    /** Lifts the limit that the database or its user may set for ordinary statements. */
    private static final class Patience extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_CONNECT;
        }

        @Override
        public void handle(Event event, Context context) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(PostgresServer.NO_LIMIT);
            } catch (SQLException e) {
                throw new FlywayException("the time limit of statements cannot be lifted", e);
            }
        }
    }
}
