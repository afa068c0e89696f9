package coderbased.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one unit of work, each prepared once however often it runs. Plain JDBC, because every message takes
 * this way. For one thread.
 */
public final class Statements implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    public Statements(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** A reader of the cursor's row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A consumer of the cursor's row. */
    public interface Use {
        void on(ResultSet row) throws SQLException;
    }

    /** Work that the database may refuse. */
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Work on the statements of one transaction. */
    public interface WorkOn<T> {
        T run(Statements statements) throws SQLException;
    }

    /** Runs work on the statements of one transaction. */
    public static <T> T on(Handle handle, Dialect dialect, WorkOn<T> work) {
        return unchecked(() -> {
            try (Statements statements = new Statements(handle.getConnection(), dialect)) {
                return work.run(statements);
            }
        });
    }

    /** Runs work; throws a refusal of the database as Jdbi throws its own. */
    public static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** Passes the rows that the query finds to {@code use}, in the query's order. */
    public void each(String sql, Use use, @Nullable Object... values) throws SQLException {
        try (ResultSet row = statement(sql, values).executeQuery()) {
            while (row.next()) {
                use.on(row);
            }
        }
    }

    /** Returns what the query finds, in the query's order. */
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)), values);
        return found;
    }

    /** Returns the first row that the query finds. */
    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
        try (ResultSet row = statement(sql, values).executeQuery()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }

    /** Changes rows; returns their number. */
    public int run(String sql, @Nullable Object... values) throws SQLException {
        return statement(sql, values).executeUpdate();
    }

    Connection connection() {
        return connection;
    }

    /** Changes rows with each of these values, in one batch. */
    public void batch(String sql, List<List<Object>> rows) throws SQLException {
        if (rows.size() == 1) {
            run(sql, rows.getFirst().toArray());
        } else if (!rows.isEmpty()) {
            PreparedStatement statement = statement(sql);
            for (List<Object> values : rows) {
                bind(statement, values.toArray());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Closes every statement, even if one of them fails to close. */
    @Override
    public void close() throws SQLException {
        SQLException failure = null;
        for (PreparedStatement statement : prepared.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        bind(statement, values);
        return statement;
    }

    private void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof String text ? dialect.text(text) : values[i]);
        }
    }

    /** The database refused a statement. */
    private static final class Failed extends JdbiException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }
}
