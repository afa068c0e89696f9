package coderbased.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
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

/** The schema of a database, as the migrations create it. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final Set<MigrationState> KNOWN = EnumSet.of(
            MigrationState.PENDING, MigrationState.SUCCESS, MigrationState.OUT_OF_ORDER, MigrationState.FAILED);

    private static final String ADVICE =
            ". Start that version, or restore a copy of the database from before the change.";

    private final Flyway flyway;
    private final String database;

    /** An engine, with migrations of its own beside the common ones. */
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
                // Another node may be updating; that takes the longer the more data there is.
                .lockRetryCount(-1)
                .loggers("slf4j");
        flyway = (engine == Engine.POSTGRESQL ? configuration.callbacks(new Patience()) : configuration).load();
        this.database = database;
    }

    /**
     * Updates a database's schema. Takes the longer the more data there is.
     *
     * @param source connections that wait for an answer however long it takes
     * @param database its name in messages
     * @throws IOException if the schema is newer than this program's or another one, or if an earlier update was not
     *     finished
     */
    static void update(DataSource source, Engine engine, String database) throws IOException {
        new Schema(source, engine, database).update();
    }

    private void update() throws IOException {
        requireKnown();
        long pending = flyway.info().pending().length;
        if (pending > 0 && flyway.info().current() != null) {
            LOG.info("Updating the schema of {}. This takes minutes with much data; do not stop the server", database);
        }
        flyway.migrate();
        // A newer server may have been faster.
        requireKnown();
    }

    private void requireKnown() throws IOException {
        List<MigrationInfo> all = all();
        Optional<MigrationInfo> unknown =
                all.stream().filter(migration -> !isKnown(migration)).max(Comparator.comparing(Schema::version));
        if (unknown.isPresent()) {
            throw new IOException("The database " + database + unknown(unknown.get(), newest(all, Schema::isKnown)));
        }
        if (all.stream().anyMatch(Schema::isFailed)) {
            throw new IOException("The database " + database + " is half updated: the update of its schema to version "
                    + newest(all, Schema::isFailed)
                    + " failed earlier. Restore a copy from before the update, then start again.");
        }
    }

    /** Returns the migrations of the history and of this program; fails if Flyway does not know the type of a row. */
    private List<MigrationInfo> all() throws IOException {
        try {
            return List.of(flyway.info().all());
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException) {
                throw e;
            }
            throw new IOException(
                    "The database " + database + " was changed by another version of the server: " + FailureReason.of(e)
                            + ADVICE,
                    e);
        }
    }

    private static String unknown(MigrationInfo migration, MigrationVersion newest) {
        if (version(migration).isNewerThan(newest)) {
            return " was made by a newer version of the server: its schema has version " + migration.getVersion()
                    + ", this server knows version " + newest
                    + ". Start the newer version, or restore a copy of the database from before the update.";
        }
        String which = migration.getVersion() == null
                ? "the migration \"" + migration.getDescription() + "\""
                : "version " + migration.getVersion();
        return " was changed by another version of the server: " + which
                + " of its schema is missing there, or is not the one that this server knows" + ADVICE;
    }

    /** True if this program has exactly this migration, and it is applied or will be. */
    private static boolean isKnown(MigrationInfo migration) {
        boolean isFlywaysOwn = migration.getType() == CoreMigrationType.SCHEMA && migration.getVersion() == null;
        return isFlywaysOwn
                || (migration.getType() == CoreMigrationType.SQL
                        && KNOWN.contains(migration.getState())
                        && migration.isTypeMatching()
                        && migration.isChecksumMatching());
    }

    private static boolean isFailed(MigrationInfo migration) {
        return migration.getState() == MigrationState.FAILED;
    }

    private static MigrationVersion newest(List<MigrationInfo> all, Predicate<MigrationInfo> of) {
        return all.stream()
                .filter(of)
                .map(Schema::version)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    /** Returns the version; repeatable migrations have none and count as the oldest. */
    private static MigrationVersion version(MigrationInfo migration) {
        return migration.getVersion() == null ? MigrationVersion.EMPTY : migration.getVersion();
    }

    /**
     * Removes the limit that the database or its user may set for ordinary statements, in each migration's transaction:
     * behind a pooler, the next transaction may have another connection.
     */
    private static final class Patience extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("SET LOCAL " + PostgresPools.NO_LIMIT);
            } catch (SQLException e) {
                throw new FlywayException("the time limit of statements cannot be lifted", e);
            }
        }
    }
}
