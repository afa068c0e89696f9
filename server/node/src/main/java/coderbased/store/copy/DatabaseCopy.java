package coderbased.store.copy;

import coderbased.store.CopiedTables;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.FailureReason;
import coderbased.store.PostgresDatabase;
import coderbased.store.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The way of an embedded database into an empty PostgreSQL one: table after table, batch after batch, each batch in one
 * transaction with the note of how far it is. So it can break off anywhere, and goes on where it stopped.
 *
 * <p>The embedded database is held meanwhile and not changed. Whoever calls keeps it from being served from between two tries.
 * For one thread.
 */
public final class DatabaseCopy implements AutoCloseable {

    private final Database from;
    private final Database to;
    private final String id;

    /** How many rows a table has, here and there. */
    public record Counted(String table, long here, long there) {}

    private DatabaseCopy(Database from, Database to, String id) {
        this.from = from;
        this.to = to;
        this.id = id;
    }

    /**
     * Opens both, and sees whether the move may go on.
     *
     * @param id names this move: only one of that name goes on in a database where it began
     * @throws IOException where one of them cannot be used, or holds what is somebody else's; the message says which
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
            } catch (IOException | RuntimeException refused) {
                to.close();
                throw refused;
            }
        } catch (IOException | RuntimeException refused) {
            from.close();
            throw refused;
        }
    }

    /** Whether nothing is left to do. */
    public boolean isFinished() {
        return CopiedTables.finished(to).orElse(false);
    }

    /**
     * Copies what is not there yet, and counts.
     *
     * @return every table, as it was counted in both
     * @throws IOException where a database fails, or a table has not as many rows there as here
     */
    public List<Counted> run(CopyProgress progress) throws IOException {
        try {
            for (String table : CopiedTables.IN_ORDER) {
                new TableCopy(from, to, table).run(progress);
            }
            List<Counted> counted = count();
            for (Counted table : counted) {
                if (table.here() != table.there()) {
                    throw new IOException("Table " + table.table() + " has " + table.here() + " rows here and "
                            + table.there() + " there. Start again with an empty database.");
                }
            }
            to.write(this::finish);
            return counted;
        } catch (JdbiException failed) {
            throw new IOException("A database failed: " + FailureReason.of(failed), failed);
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
        } catch (JdbiException failed) {
            throw new IOException("The PostgreSQL database failed: " + FailureReason.of(failed), failed);
        }
    }

    /** Deletes rows that were not moved. Migrations make them, at first and of what was moved before an update. */
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
