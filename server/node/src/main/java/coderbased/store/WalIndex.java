package coderbased.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The state of a write-ahead log that the connections of all programs share: SQLite keeps it in the {@code -shm} file.
 *
 * @param salts the salts of the log in use, as in its header
 * @param pageSize in bytes
 * @param frames the number of frames committed in the log
 * @param sum the checksum of the last of them, over all before it, too
 * @param copied the number of frames that the database file has
 * @param copying more than {@code copied} while a checkpoint writes to the database file, or after one failed
 * @see <a href="https://sqlite.org/walformat.html#the_wal_index_file_format">The format</a>
 */
record WalIndex(long salts, int pageSize, long frames, long sum, long copied, long copying) {

    /** SQLite's own version of the format; others are not understood. */
    private static final int FORMAT = 3_007_000;

    private static final int HEADER = 48;

    /** The bytes that a connection has in its memory once it has read. */
    private static final int MIN_BYTES = 32 * 1024;

    private static final int COPIED = 96;
    private static final int COPYING = 128;

    /** Returns the state in an open file; empty while it changes, or if the format is another one. */
    static Optional<WalIndex> read(RandomAccessFile file) throws IOException {
        // The file has the header twice. Locks are on the bytes before the last number; those bytes are not read.
        ByteBuffer header = bytes(file, 0, COPIED + Integer.BYTES);
        ByteBuffer copying = bytes(file, COPYING, Integer.BYTES);
        boolean isWhole = header.slice(0, HEADER).equals(header.slice(HEADER, HEADER));
        return isWhole && header.getInt(0) == FORMAT
                ? Optional.of(new WalIndex(
                        // The salts are bytes, not a number: the log has them in the same order.
                        header.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(32),
                        pageSize(header.getShort(14)),
                        Integer.toUnsignedLong(header.getInt(16)),
                        (long) header.getInt(24) << 32 | Integer.toUnsignedLong(header.getInt(28)),
                        Integer.toUnsignedLong(header.getInt(COPIED)),
                        Integer.toUnsignedLong(copying.getInt(0))))
                : Optional.empty();
    }

    /** True if the file was truncated: a connection that reads there would crash the whole program. */
    static boolean isCutOff(RandomAccessFile file) throws IOException {
        return file.length() < MIN_BYTES;
    }

    /** True if no checkpoint writes to the database file. */
    boolean isSettled() {
        return copied == copying;
    }

    /** 64 KB do not fit into two bytes and are written as 1. */
    private static int pageSize(short size) {
        return size == 1 ? 1 << 16 : Short.toUnsignedInt(size);
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
