package coderbased.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock that keeps a second server off an embedded database. Each server holds guests and sockets in its memory, so
 * two on one file would answer differently. The operating system releases the lock when the program ends, however it
 * ends.
 */
final class DatabaseLock implements AutoCloseable {

    private final FileChannel channel;

    private DatabaseLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock beside the database file.
     *
     * @throws IOException if another server holds it; the message says so
     */
    static DatabaseLock take(Path database) throws IOException {
        FileChannel channel = FileChannel.open(of(database), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new IOException("The database " + database + " is in use by another server."
                        + " Stop that one first, or give this one its own data directory.");
            }
            return new DatabaseLock(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the lock file of that database. */
    static Path of(Path database) {
        return database.resolveSibling(database.getFileName() + ".lock");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
