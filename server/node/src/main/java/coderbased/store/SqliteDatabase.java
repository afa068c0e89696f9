package coderbased.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file: one connection writes, a few read beside it.
 *
 * <p>Thread-safe. SQLite has one writer at a time whatever one does, so writers queue for a fair lock here, where
 * waiting is cheap and in order, instead of inside SQLite, where it is polling. Readers never wait for the writer
 * (write-ahead log) and see what was committed before they began.
 */
final class SqliteDatabase extends Database {

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;

    /** Bytes that are looked through in a second or two. */
    private static final long QUICKLY_READ = 256L * 1024 * 1024;

    private final DatabaseLock fileLock;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final Handle writer;
    private final ReentrantLock writing = new ReentrantLock(true);

    private SqliteDatabase(DatabaseLock fileLock, HikariDataSource readers, Handle writer) {
        super(new SqliteDialect());
        this.fileLock = fileLock;
        this.readers = readers;
        this.reading = Jdbi.create(readers);
        this.writer = writer;
    }

    /** As {@link Database#open(Path)} says. */
    static SqliteDatabase openFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        DatabaseLock lock = DatabaseLock.take(file);
        try {
            DataSource source = source(file, SQLiteConfig.TransactionMode.IMMEDIATE);
            prepare(file, source);
            Handle writer = Jdbi.open(source.getConnection());
            return new SqliteDatabase(lock, readers(file), writer);
        } catch (IOException damaged) {
            lock.close();
            throw damaged;
        } catch (SQLException | RuntimeException unusable) {
            lock.close();
            throw new IOException("The database " + file + " can not be used: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return reading.withHandle(work::apply);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        writing.lock();
        try {
            return writer.inTransaction(work::apply);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        writing.lock();
        try {
            readers.close();
            writer.close();
            fileLock.close();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Refuses a damaged file, or brings its schema up to date. Where it refuses, nothing was written: a connection that only
     * reads is open all the while, and therefore no other puts what is in the log into the database when it is closed.
     */
    private static void prepare(Path file, DataSource source) throws SQLException, IOException {
        if (Files.notExists(file)) {
            migrate(source);
            return;
        }
        if (WriteAheadLog.isDamaged(WriteAheadLog.of(file))) {
            throw damaged(file, "in the middle of " + WriteAheadLog.of(file).getFileName() + " something has changed");
        }
        try (Connection reading = onlyRead(file).getConnection()) {
            requireSound(file, reading);
            migrate(source);
        }
    }

    /**
     * That every index has what its table has is looked at only where it takes no longer than a start may; that nothing hangs
     * loose, always. A letter that is another one than was written is seen by neither.
     */
    private static void requireSound(Path file, Connection connection) throws SQLException, IOException {
        String check = Files.size(file) > QUICKLY_READ ? "quick_check" : "integrity_check";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA " + check + "(1)")) {
            String first = found.getString(1);
            if (!first.equals("ok")) {
                throw damaged(file, first.lines().toList().getLast());
            }
        }
    }

    private static IOException damaged(Path file, String how) {
        return new IOException(
                "The database " + file + " is damaged (" + how + "). Nothing was changed in it. Take it away"
                        + " together with its -wal and -shm and put a copy from before in its place, or save what SQLite's own"
                        + " .recover can still read.");
    }

    private static DataSource onlyRead(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static DataSource source(Path file, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/sqlite")
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static HikariDataSource readers(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-readers");
        config.setDataSource(source(file, SQLiteConfig.TransactionMode.DEFERRED));
        // What is read together is of one moment: each reading is a transaction, ended when the connection goes back.
        config.setAutoCommit(false);
        config.setMaximumPoolSize(READERS);
        config.setConnectionInitSql("PRAGMA query_only = 1");
        return new HikariDataSource(config);
    }
}
