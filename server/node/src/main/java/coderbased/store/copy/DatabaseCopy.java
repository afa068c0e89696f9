package coderbased.store.copy;

import coderbased.outage.RequestRejected;
import coderbased.store.CopiedTables;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.FailureReason;
import coderbased.store.PostgresDatabase;
import coderbased.store.PostgresServer;
import coderbased.store.Refolding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The copy of an embedded database into an empty PostgreSQL database: table after table, batch after batch. Each batch
 * is one transaction with a note of the progress. So the copy can break off anywhere, and continues from there.
 *
 * <p>The embedded database is locked meanwhile and not changed. Between two tries, the caller keeps it from being
 * served. For one thread.
 */
public final class DatabaseCopy implements AutoCloseable {

    private final Database from;
    private final Database to;
    private final String id;

    /** The number of rows of a table, in both databases. */
    public record Counted(String table, long here, long there) {}

    private DatabaseCopy(Database from, Database to, String id) {
        this.from = from;
        this.to = to;
        this.id = id;
    }

    /**
     * Opens both databases, and checks if the copy may begin or continue.
     *
     * @param id names this copy: only the copy that began in a database may continue there
     * @throws IOException if one of them cannot be used, or holds other data; the message says which
     */
    public static DatabaseCopy between(Path file, String url, String id) throws IOException {
        return between(file, PostgresServer.at(url), id);
    }

    public static DatabaseCopy between(Path file, PostgresServer server, String id) throws IOException {
        Database from = Databases.open(file);
        try {
            Database to = PostgresDatabase.openTo(server);
            DatabaseCopy move = new DatabaseCopy(from, to, id);
            try {
                move.begin();
                return move;
            } catch (IOException | RuntimeException e) {
                to.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            from.close();
            throw e;
        }
    }

    /** True if nothing is left to do. */
    public boolean isFinished() {
        return CopiedTables.finished(to).orElse(false);
    }

    /**
     * Copies what is not there yet, and counts.
     *
     * @return every table with its counts in both databases
     * @throws IOException if a database fails, or if a table does not have as many rows there as here
     */
    public List<Counted> run(CopyProgress progress) throws IOException {
        try {
            new Refolding(from).finish();
            for (String table : CopiedTables.IN_ORDER) {
                new TableCopy(from, to, table).run(progress);
            }
            new Refolding(to).finish();
            List<Counted> counted = count();
            for (Counted table : counted) {
                if (table.here() != table.there()) {
                    throw new IOException("Table " + table.table() + " has " + table.here() + " rows here and "
                            + table.there() + " there. Start again with an empty database.");
                }
            }
            to.write(this::finish);
            return counted;
        } catch (JdbiException | RequestRejected e) {
            throw new IOException("A database failed: " + FailureReason.of(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        to.close();
        from.close();
    }

    private void begin() throws IOException {
        try {
            Optional<String> moving = to.read(handle -> handle.createQuery("SELECT id FROM moves")
                    .mapTo(String.class)
                    .findOne());
            if (moving.isEmpty() ? !isEmpty() : !moving.get().equals(id)) {
                throw new IOException("The PostgreSQL database is not empty. Use one that no server has used yet.");
            }
            if (moving.isEmpty()) {
                to.write(handle -> handle.execute("INSERT INTO moves (id, finished) VALUES (?, FALSE)", id));
            }
            if (!isFinished()) {
                to.write(DatabaseCopy::emptyUnmoved);
            }
        } catch (JdbiException e) {
            throw new IOException("The PostgreSQL database failed: " + FailureReason.of(e), e);
        }
    }

    /** Deletes rows that were not copied. Migrations create them, at first and from copied rows before an update. */
    private static int emptyUnmoved(Handle handle) {
        Set<String> moved = handle.createQuery("SELECT name FROM moved_tables")
                .mapTo(String.class)
                .set();
        return CopiedTables.IN_ORDER.reversed().stream()
                .filter(table -> !moved.contains(table))
                .mapToInt(table -> handle.execute("DELETE FROM " + table))
                .sum();
    }

    private boolean isEmpty() {
        return to.read(handle -> CopiedTables.IN_ORDER.stream()
                .filter(table -> !table.equals(CopiedTables.HEAD))
                .allMatch(table -> handle.createQuery("SELECT COUNT(*) FROM (SELECT 1 FROM " + table + " LIMIT 1) t")
                                .mapTo(Long.class)
                                .one()
                        == 0));
    }

    private List<Counted> count() {
        List<Counted> counted = new ArrayList<>();
        for (String table : CopiedTables.IN_ORDER) {
            counted.add(new Counted(table, count(from, table), count(to, table)));
        }
        counted.add(new Counted(
                CopiedTables.WORDS, count(from, CopiedTables.WORDS + "_docsize"), count(to, CopiedTables.WORDS)));
        return counted;
    }

    private static long count(Database database, String table) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    private int finish(Handle handle) {
        handle.createQuery("SELECT setval('message_ids', COALESCE(MAX(id), 0) + 1, FALSE) FROM messages")
                .mapTo(Long.class)
                .one();
        return handle.execute("UPDATE moves SET finished = TRUE");
    }
}
