package coderbased.story;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The number of transactions that were committed to an SQLite file in use, by the counter that SQLite itself keeps
 * beside it.
 *
 * <p>To be closed after the server: a file that this program closes loses its locks.
 *
 * @see <a href="https://sqlite.org/walformat.html#the_wal_index_file_format">The format</a>
 */
final class CommittedWrites implements AutoCloseable {

    private static final int CHANGES = 8;

    private final RandomAccessFile index;

    CommittedWrites(Path database) throws IOException {
        index = new RandomAccessFile(
                database.resolveSibling(database.getFileName() + "-shm").toFile(), "r");
    }

    /** Returns the number of commits so far. */
    int count() throws IOException {
        byte[] number = new byte[Integer.BYTES];
        index.seek(CHANGES);
        index.readFully(number);
        return ByteBuffer.wrap(number).order(ByteOrder.nativeOrder()).getInt();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
