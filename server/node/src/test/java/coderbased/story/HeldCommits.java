package coderbased.story;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * PostgreSQL commits no web session until it is told to: whoever stores one waits for the answer to its commit. Seen
 * from outside by a connection of its own. Not thread-safe.
 */
final class HeldCommits implements AutoCloseable {

    private static final String HOLD = """
            CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER held AFTER INSERT ON sessions DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.kind = 'WEB') EXECUTE FUNCTION held();
            SELECT pg_advisory_lock(1);
            """;

    private static final String WAITING = """
            SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
            """;

    private static final String LIVE = "SELECT count(*) FROM sessions WHERE kind = 'WEB' AND ended_at IS NULL";

    private final Connection connection;

    /** From now on. */
    HeldCommits(String database) throws SQLException {
        connection = DriverManager.getConnection(database);
        run(HOLD);
    }

    /** Returns how many wait in the middle of their commit. */
    int waiting() {
        return count(WAITING);
    }

    /** Returns how many web sessions are stored and not ended. */
    int live() {
        return count(LIVE);
    }

    /** Those that wait go on, whether anybody still waits for their answer or not; later ones do not wait. */
    void goOn() throws SQLException {
        run("SELECT pg_advisory_unlock(1)");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
