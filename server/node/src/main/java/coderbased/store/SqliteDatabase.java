package coderbased.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * An SQLite file: one connection writes, a few read beside it.
 *
 * <p>Thread-safe. Readers never wait for the writer (write-ahead log) and see what was committed before they began.
 */
final class SqliteDatabase extends Database {

    private final DatabaseLock fileLock;
    private final Pool readers;
    private final SqliteWriter writer;

    private SqliteDatabase(DatabaseLock fileLock, Pool readers, SqliteWriter writer) {
        super(new SqliteDialect());
        this.fileLock = fileLock;
        this.readers = readers;
        this.writer = writer;
    }

    /** As {@link Database#open(Path)} says. */
    static SqliteDatabase openFile(SqliteFile file) throws IOException {
        Files.createDirectories(file.path().getParent());
        DatabaseLock lock = DatabaseLock.take(file.path());
        try {
            file.prepare();
            HikariDataSource readers = file.readers();
            SqliteDatabase database = new SqliteDatabase(
                    lock,
                    new Pool(readers, Jdbi.create(readers), Boundaries.ofSqlite("BEGIN")),
                    new SqliteWriter(file.writable()));
            Repair repair = new Repair(database);
            if (file.isQuicklyRead()) {
                repair.runThoroughly();
            } else {
                repair.run();
            }
            return database;
        } catch (IOException damaged) {
            lock.close();
            throw damaged;
        } catch (SQLException | RuntimeException unusable) {
            lock.close();
            throw new IOException(
                    "The database " + file.path() + " can not be used: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return readers.run(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writer.run(work);
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
            readers.close();
        } finally {
            fileLock.close();
        }
    }
}
