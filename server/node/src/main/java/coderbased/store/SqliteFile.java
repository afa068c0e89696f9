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
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The file of an embedded database and the ways to open it.
 *
 * @param busyMillis how long a statement waits for another program that holds the write lock
 * @param through lets a test stand between the stores and the driver
 */
record SqliteFile(Path path, int busyMillis, UnaryOperator<DataSource> through) {

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;

    /** Bytes that are looked through in a second or two. */
    private static final long QUICKLY_READ = 256L * 1024 * 1024;

    static SqliteFile of(Path path) {
        return new SqliteFile(path.toAbsolutePath(), BUSY_MILLIS, UnaryOperator.identity());
    }

    /** Connections that write, and bring everything to disk before a commit returns. */
    DataSource writable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(busyMillis);
        config.enforceForeignKeys(true);
        return source(config);
    }

    /** A few connections that read beside the one that writes. */
    HikariDataSource readers() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-readers");
        config.setDataSource(writable());
        config.setMaximumPoolSize(READERS);
        config.setConnectionInitSql("PRAGMA query_only = 1");
        return new HikariDataSource(config);
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
            Schema.update(writable(), Schema.Engine.SQLITE, path.toString());
            return;
        }
        if (WriteAheadLog.isDamaged(WriteAheadLog.of(path))) {
            throw damaged("in the middle of " + WriteAheadLog.of(path).getFileName() + " something has changed");
        }
        try (Connection reading = onlyRead().getConnection()) {
            requireSound(reading);
            Schema.update(writable(), Schema.Engine.SQLITE, path.toString());
        }
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
                "The database " + path + " is damaged (" + how + "). Nothing was changed in it. Take it away"
                        + " together with its -wal and -shm and put a copy from before in its place, or save what SQLite's own"
                        + " .recover can still read.");
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
