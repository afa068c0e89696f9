package coderbased.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The statements of an engine that begin and end a transaction. Thread-safe. */
interface Boundaries {

    /** Begins a transaction; fails if one is open already. */
    void begin(Connection connection) throws SQLException;

    /** Stores what the transaction wrote. */
    void commit(Connection connection) throws SQLException;

    /** Undoes what the transaction wrote. */
    void rollback(Connection connection) throws SQLException;

    /**
     * Returns SQLite's own statements, for a connection that its driver takes to be in auto-commit mode. The driver's
     * own way records an open transaction before it has begun one, and never corrects that.
     *
     * @param begin {@code BEGIN} for reading, {@code BEGIN IMMEDIATE} to take the write lock
     */
    static Boundaries ofSqlite(String begin) {
        return new Boundaries() {
            @Override
            public void begin(Connection connection) throws SQLException {
                run(connection, begin);
            }

            @Override
            public void commit(Connection connection) throws SQLException {
                run(connection, "COMMIT");
            }

            @Override
            public void rollback(Connection connection) throws SQLException {
                run(connection, "ROLLBACK");
            }
        };
    }

    /**
     * Returns the driver's own calls, for a connection that is never in auto-commit mode: the first statement begins
     * the transaction.
     *
     * @param first the first statement of each transaction; empty for none
     */
    static Boundaries ofDriver(String first) {
        return new Boundaries() {
            @Override
            public void begin(Connection connection) throws SQLException {
                if (!first.isEmpty()) {
                    run(connection, first);
                }
            }

            @Override
            public void commit(Connection connection) throws SQLException {
                connection.commit();
            }

            @Override
            public void rollback(Connection connection) throws SQLException {
                connection.rollback();
            }
        };
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
