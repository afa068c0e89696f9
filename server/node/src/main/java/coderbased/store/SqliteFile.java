package coderbased.store;

import coderbased.disk.DurableFile;
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
 * @param busyMillis the time in milliseconds that a statement waits for another program that holds the write lock
 * @param through lets a test stand between the stores and the driver
 */
record SqliteFile(Path path, int busyMillis, UnaryOperator<DataSource> through) {

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    private static final long CONNECT_MILLIS = 5_000;

    /** A disk with less room counts as full. */
    private static final long MIN_FREE_BYTES = 1024L * 1024;

    /** The bytes that can be read in a second or two. */
    private static final long QUICKLY_READ_BYTES = 256L * 1024 * 1024;

    static SqliteFile of(Path path) {
        return new SqliteFile(path.toAbsolutePath(), BUSY_MILLIS, UnaryOperator.identity());
    }

    /**
     * Returns connections that write, and bring everything to disk before a commit returns. They fail if there is no
     * file.
     */
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

    /** Opens a connection that stays idle. While one is open, the log beside the database stays the same file. */
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

    /** Returns every file that is open while the database is. */
    List<Path> all() {
        return List.of(path, WriteAheadLog.of(path), index(), DatabaseLock.of(path));
    }

    /** Lets only the owner read the files, also in a folder that others may read. SQLite makes later ones alike. */
    void keepToOwner() throws IOException {
        for (Path file : all()) {
            if (Files.exists(file)) {
                DurableFile.keepToOwner(file);
            }
        }
    }

    /** Returns the file in which SQLite's connections share the state of the log. */
    Path index() {
        return path.resolveSibling(path.getFileName() + "-shm");
    }

    /**
     * Opens the connections for reading. All of them are open when this returns: one that is opened later, while
     * somebody copies another file over this one, may find it empty, and SQLite then deletes the log.
     */
    HikariDataSource readers() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-readers");
        config.setDataSource(writable());
        config.setMaximumPoolSize(READERS);
        // Keeps the connections of the start: the file at the path may be another one later.
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

    /** True if all of it can be checked during a start. */
    boolean isQuicklyRead() throws IOException {
        return Files.size(path) <= QUICKLY_READ_BYTES;
    }

    /**
     * Refuses a damaged file, or updates its schema. A refusal writes nothing: a read-only connection is open all the
     * while, so that no other one copies the log into the database as it closes.
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

    /** Returns a reason if the disk has no room; a file system that reports no size counts as having room. */
    Optional<String> full() throws IOException {
        FileStore disk = Files.getFileStore(path.getParent());
        long left = disk.getUsableSpace();
        return left >= MIN_FREE_BYTES || disk.getTotalSpace() == 0
                ? Optional.empty()
                : Optional.of("the disk of " + path + " is full, " + left + " bytes are left. Make room");
    }

    /**
     * Checks references always, and that every index agrees with its table only if that takes no longer than a start
     * may. Neither notices a changed letter.
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
