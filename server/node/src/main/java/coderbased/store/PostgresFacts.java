package coderbased.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL database as it is before this server uses it.
 *
 * @param version the version of PostgreSQL, such as {@code 180006}
 * @param encoding the encoding of all text
 * @param isReadOnly true if it takes no writes
 * @param isPooled true if a pooler stands between this server and the database
 * @param place the place of the server's tables
 */
record PostgresFacts(int version, String encoding, boolean isReadOnly, boolean isPooled, Place place) {

    /** The oldest version that this server was tried with. */
    private static final int OLDEST_VERSION = 14;

    private static final int VERSIONS = 10_000;
    private static final int MAX_CHARS = 100;

    /** The last column is the process that answers, which a connection without a pooler knows from its beginning. */
    private static final String FACTS = """
            SELECT current_setting('server_version_num'), current_setting('server_encoding'),
                current_setting('transaction_read_only') = 'on', current_user, current_schema(),
                has_schema_privilege(current_schema(), 'CREATE'),
                to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL,
                (SELECT string_agg(c.relname, ', ' ORDER BY c.relname) FROM pg_class c
                    WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema()))
                        AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')),
                pg_backend_pid()
            """;

    /** True if the history of the schema is empty or this server's own. */
    private static final String IS_OURS =
            "SELECT COUNT(*) FILTER (WHERE script = 'V1__auth.sql') > 0 OR COUNT(*) = 0 FROM flyway_schema_history";

    /**
     * The schema in which the server has its tables, or will create them.
     *
     * @param user the database user
     * @param schema its name; null if the user may use none
     * @param mayCreate true if the user may create tables there
     * @param isUsed true if a server of this kind created its tables there before
     * @param tables the tables there; null for none
     */
    record Place(
            String user,
            @Nullable String schema,
            boolean mayCreate,
            boolean isUsed,
            @Nullable String tables) {}

    /** Reads the facts in one transaction, which a pooler without transactions refuses. */
    static PostgresFacts of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            int column = 1;
            PostgresFacts facts = new PostgresFacts(
                    row.getInt(column++),
                    row.getString(column++),
                    row.getBoolean(column++),
                    row.getInt("pg_backend_pid")
                            != connection.unwrap(PGConnection.class).getBackendPID(),
                    new Place(
                            row.getString(column++),
                            row.getString(column++),
                            row.getBoolean(column++),
                            row.getBoolean(column++) && isOurs(connection),
                            row.getString(column)));
            connection.rollback();
            return facts;
        }
    }

    private static boolean isOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IS_OURS)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Returns the reason why a server cannot use the database, and what to do; empty if it can.
     *
     * @param wantedSchema the schema that the database's address names; null for none
     */
    Optional<String> objection(@Nullable String wantedSchema) {
        return Optional.ofNullable(objectionTo(wantedSchema));
    }

    private @Nullable String objectionTo(@Nullable String wantedSchema) {
        if (version / VERSIONS < OLDEST_VERSION) {
            return "it is PostgreSQL " + version / VERSIONS + ", and this server needs version " + OLDEST_VERSION
                    + " or newer. Update PostgreSQL.";
        }
        if (!encoding.equals("UTF8")) {
            return "its encoding is " + encoding + ", which cannot hold every name and message. Create another one:"
                    + " CREATE DATABASE chat ENCODING 'UTF8' TEMPLATE template0.";
        }
        if (isReadOnly) {
            return "it accepts no writes: it is a standby, or default_transaction_read_only is set for it or its user."
                    + " Use the primary.";
        }
        if (wantedSchema != null && isPooled && !wantedSchema.equals(place.schema)) {
            return "the pooler in front of it ignores currentSchema in --database. Remove that, and set the schema for"
                    + " the user: ALTER ROLE " + place.user + " SET search_path = " + wantedSchema + ".";
        }
        return objectionToPlace();
    }

    private @Nullable String objectionToPlace() {
        if (place.schema == null) {
            return "the user " + place.user + " may use no schema in it. GRANT USAGE, CREATE ON SCHEMA public TO "
                    + place.user + ", or name another schema with currentSchema in --database.";
        }
        if (place.isUsed) {
            return null;
        }
        if (place.tables != null) {
            return "its schema " + place.schema + " holds tables of another program (" + shortened(place.tables)
                    + "). Use a database of its own for the server, or name an empty schema with currentSchema in"
                    + " --database.";
        }
        return place.mayCreate
                ? null
                : "the user " + place.user + " may not create tables in it. GRANT CREATE ON SCHEMA " + place.schema
                        + " TO " + place.user + ", as the owner of the database.";
    }

    private static String shortened(String tables) {
        return tables.length() <= MAX_CHARS ? tables : tables.substring(0, MAX_CHARS) + "…";
    }
}
