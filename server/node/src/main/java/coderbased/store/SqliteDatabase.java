package coderbased.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * An SQLite file: one connection writes, several read.
 *
 * <p>Thread-safe. Readers never wait for the writer (write-ahead log) and see what was committed before they began.
 */
final class SqliteDatabase extends Database {

    /**
     * Writes another value into the table with one row, and the old one back: SQLite writes nothing for an unchanged
     * row.
     */
    private static final List<String> NO_CHANGE = List.of(
            "UPDATE revocation_head SET sequence = sequence + 1", "UPDATE revocation_head SET sequence = sequence - 1");

    private final SqliteFile file;
    private final OpenedFiles opened;
    private final OpenedContent content;
    private final Deque<AutoCloseable> parts;
    private final Pool readers;
    private final SqliteWriter writer;

    /** Takes the parts that are open already; they are closed in the reverse order. */
    private SqliteDatabase(SqliteFile file, Deque<AutoCloseable> parts) throws IOException, SQLException {
        super(new SqliteDialect(), file.path().toString(), FailureReason::of);
        this.file = file;
        this.parts = parts;
        Connection held = file.holdOpen();
        parts.push(held);
        content = watched(held);
        opened = new OpenedFiles(file.all(), content::lost);
        writer = new SqliteWriter(file.writable());
        parts.push(writer);
        HikariDataSource connections = file.readers();
        readers = new Pool(connections, jdbi(connections), Boundaries.ofSqlite("BEGIN"));
        parts.push(readers);
    }

    /** The watched files are closed after every connection. */
    private OpenedContent watched(Connection held) throws IOException, SQLException {
        OpenedContent watched = OpenedContent.of(file, held);
        parts.pop();
        parts.push(watched);
        parts.push(held);
        return watched;
    }

    /** Opens a file as {@link Databases#open(Path)} does. */
    static SqliteDatabase openFile(SqliteFile file) throws IOException {
        Path folder = file.path().resolveSibling("");
        Files.createDirectories(folder);
        SqliteLibrary.load(folder);
        boolean isNew = Files.notExists(file.path());
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        parts.push(DatabaseLock.take(file.path()));
        try {
            requireNothing(file, file.full());
            file.prepare();
            if (isNew) {
                file.keepToOwner();
            }
            SqliteDatabase database = new SqliteDatabase(file, parts);
            requireNothing(file, database.whyNoWrites());
            database.repair();
            return database;
        } catch (IOException | Error e) {
            closeAll(parts);
            throw e;
        } catch (SQLException | RuntimeException e) {
            closeAll(parts);
            throw new IOException("The database " + file.path() + " cannot be used: " + FailureReason.of(e), e);
        }
    }

    @Override
    <T> T runRead(Function<Handle, T> work) {
        return noted(() -> readers.run(work));
    }

    @Override
    <T> T runWrite(Function<Handle, T> work) {
        requireInPlace();
        T result = noted(() -> writer.run(work));
        // A write to a file that is no longer at its path is not stored.
        requireInPlace();
        return result;
    }

    @Override
    public Optional<String> lost() {
        return opened.lost();
    }

    /** Really commits: a rollback would not reach the disk, and would not notice a full one. */
    @Override
    Optional<String> whyNoWrites() {
        try {
            Optional<String> full = file.full();
            if (full.isEmpty()) {
                runWrite(handle -> NO_CHANGE.stream().mapToInt(handle::execute).sum());
            }
            return full;
        } catch (IOException | JdbiException e) {
            return Optional.of(FailureReason.of(e));
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(parts);
    }

    private <T> T noted(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            content.note(e);
            throw e;
        }
    }

    private void requireInPlace() {
        opened.lost().ifPresent(why -> {
            throw new ConnectionException(new IOException(why));
        });
    }

    private static void requireNothing(SqliteFile file, Optional<String> against) throws IOException {
        if (against.isPresent()) {
            throw new IOException("The database " + file.path() + " accepts no writes: " + against.get());
        }
    }

    private void repair() throws IOException {
        Repair repair = new Repair(this);
        if (file.isQuicklyRead()) {
            repair.runThoroughly();
        } else {
            repair.run();
        }
    }

    /** Closes each, even if one before it fails to close. */
    private static void closeAll(Deque<AutoCloseable> parts) throws IOException {
        IOException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = new IOException("The database could not be closed in order", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
