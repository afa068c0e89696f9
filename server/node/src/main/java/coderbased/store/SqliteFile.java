package coderbased.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * The file of an embedded database and the ways to open it.
 *
 * @param busyMillis how long a statement waits for another program that holds the write lock
 * @param through lets a test stand between the stores and the driver
 */
record SqliteFile(Path path, int busyMillis, UnaryOperator<DataSource> through) {

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    private static final long CONNECT_MILLIS = 5_000;

    /** A disk with less room counts as full. */
    private static final long LEAST_BYTES = 1024L * 1024;

    /** Bytes that are looked through in a second or two. */
    private static final long QUICKLY_READ = 256L * 1024 * 1024;

    static SqliteFile of(Path path) {
        return new SqliteFile(path.toAbsolutePath(), BUSY_MILLIS, UnaryOperator.identity());
    }

    /** Connections that write, and bring everything to disk before a commit returns. Where there is no file, they fail. */
    DataSource writable() {
        SQLiteConfig config = durable();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return source(config);
    }

    private SQLiteConfig durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(busyMillis);
        config.enforceForeignKeys(true);
        return config;
    }

    /** A connection on which nothing happens. While one is open, the log beside the database stays the same file. */
    Connection holdOpen() throws SQLException {
        Connection connection = writable().getConnection();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM revocation_head")) {
            found.next();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Every file that is open while the database is. */
    List<Path> all() {
        return List.of(path, WriteAheadLog.of(path), index(), DatabaseLock.of(path));
    }

    /** The file in which SQLite's connections agree on the state of the log. */
    Path index() {
        return path.resolveSibling(path.getFileName() + "-shm");
    }

    /**
     * Opens a few connections that read beside the one that writes. All of them are open when this returns: one that is opened
     * later, while somebody copies another file over this one, may find it empty, and SQLite then deletes the log.
     */
    HikariDataSource readers() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-readers");
        config.setDataSource(writable());
        config.setMaximumPoolSize(READERS);
        // Those that were opened at the start stay: what is at the path later may be another file.
        config.setMaxLifetime(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setConnectionInitSql("PRAGMA query_only = 1");
        HikariDataSource readers = new HikariDataSource(config);
        try {
            openAll(readers);
            return readers;
        } catch (SQLException e) {
            readers.close();
            throw e;
        }
    }

    private static void openAll(HikariDataSource readers) throws SQLException {
        Deque<Connection> open = new ArrayDeque<>();
        try {
            while (open.size() < readers.getMaximumPoolSize()) {
                open.push(readers.getConnection());
            }
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    /** True if all of it can be looked through at a start. */
    boolean isQuicklyRead() throws IOException {
        return Files.size(path) <= QUICKLY_READ;
    }

    /**
     * Refuses a damaged file, or brings its schema up to date. Where it refuses, nothing was written: a connection that only
     * reads is open all the while, and therefore no other puts what is in the log into the database when it is closed.
     */
    void prepare() throws SQLException, IOException {
        if (Files.notExists(path)) {
            update();
            return;
        }
        if (WriteAheadLog.isDamaged(WriteAheadLog.of(path))) {
            throw damaged("in the middle of " + WriteAheadLog.of(path).getFileName() + " something has changed");
        }
        try (Connection reading = onlyRead().getConnection()) {
            requireSound(reading);
            update();
        }
    }

    private void update() throws IOException {
        Schema.update(source(durable()), Schema.Engine.SQLITE, path.toString());
    }

    /** Says so where there is no room on the disk; a file system that tells no size has room. */
    Optional<String> full() throws IOException {
        FileStore disk = Files.getFileStore(path.getParent());
        long left = disk.getUsableSpace();
        return left >= LEAST_BYTES || disk.getTotalSpace() == 0
                ? Optional.empty()
                : Optional.of("the disk of " + path + " is full, " + left + " bytes are left. Make room");
    }

    /**
     * That every index has what its table has is looked at only where it takes no longer than a start may; that nothing hangs
     * loose, always. A letter that is another one than was written is seen by neither.
     */
    private void requireSound(Connection connection) throws SQLException, IOException {
        String check = isQuicklyRead() ? "integrity_check" : "quick_check";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA " + check + "(1)")) {
            String first = found.getString(1);
            if (!first.equals("ok")) {
                throw damaged(first.lines().toList().getLast());
            }
        }
    }

    private IOException damaged(String how) {
        return new IOException(
                "The database " + path + " is damaged (" + how + "). Nothing was changed in it. Move it away"
                        + " together with its -wal and -shm files and restore a copy, or save what SQLite's .recover"
                        + " command can still read.");
    }

    private DataSource onlyRead() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(busyMillis);
        return source(config);
    }

    private DataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return through.apply(source);
    }
}
