package coderbased.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A number in the header of an open database file, which is new at each opening. If somebody copies another database
 * over the open one, or truncates it, the file at the path is still the same file; only the number shows the change.
 *
 * <p>Thread-safe. The file stays open here until SQLite has closed it: closing it earlier would release SQLite's own
 * locks.
 */
final class FileStamp implements AutoCloseable {

    /** The user version in the header (the SQLite file format, section 1.3.13). */
    private static final long PLACE = 60;

    private final Path path;
    private final RandomAccessFile file;
    private final int stamp;
    private final boolean isOnDisk;

    private FileStamp(Path path, RandomAccessFile file, int stamp) throws IOException {
        this.path = path;
        this.file = file;
        this.stamp = stamp;
        isOnDisk = read() == stamp;
    }

    /** Stamps an open database. */
    static FileStamp set(Path path, Connection connection, int stamp) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + stamp);
            try (ResultSet moved = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                moved.next();
            }
        }
        return new FileStamp(path, new RandomAccessFile(path.toFile(), "r"), stamp);
    }

    /** Returns a reason if another database was written over this one; empty otherwise. */
    Optional<String> lost() throws IOException {
        return !isOnDisk || read() == stamp
                ? Optional.empty()
                : Optional.of("The open file " + path + " was overwritten by another program");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Reads without a channel: an interrupt would close a channel, and release SQLite's locks with it. */
    private synchronized int read() throws IOException {
        if (file.length() < PLACE + Integer.BYTES) {
            return ~stamp;
        }
        file.seek(PLACE);
        return file.readInt();
    }
}
