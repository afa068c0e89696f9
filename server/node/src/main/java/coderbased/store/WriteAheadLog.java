package coderbased.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The log beside an SQLite file: after a server was killed, the last writes are only there.
 *
 * <p>SQLite reads it for as long as each entry follows from the one before, and silently drops the rest. After a power
 * cut that is right: it may tear the last transaction, and only that one, because each is on disk before the next
 * begins. If another transaction follows after such a break, something that was on disk has changed, and everything
 * behind it would be lost, although it was acknowledged.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_write_ahead_log">The format</a>
 */
final class WriteAheadLog {

    private static final int HEADER = 32;
    private static final int ENTRY_HEADER = 24;

    /** Its last bit gives the byte order of the checksums. */
    private static final int MAGIC = 0x377F0682;

    private static final int SUMMED_OF_HEADER = 24;
    private static final int SUMMED_OF_ENTRY_HEADER = 8;

    private final InputStream in;
    private final ByteBuffer header;
    private final ByteOrder order;

    private WriteAheadLog(InputStream in) throws IOException {
        this.in = in;
        this.header = next(HEADER);
        this.order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** Returns the path of that database's log, whether the file exists or not. */
    static Path of(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    /** True if SQLite would drop more of it than a power cut can have torn. */
    static boolean isDamaged(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < HEADER) {
            return false;
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(log))) {
            return new WriteAheadLog(bytes).isDamaged();
        }
    }

    private boolean isDamaged() throws IOException {
        if (header.equals(ByteBuffer.allocate(HEADER))) {
            return false;
        }
        long sum = sum(0, header, 0, SUMMED_OF_HEADER);
        boolean sound = (header.getInt(0) & ~1) == MAGIC && sum == header.getLong(SUMMED_OF_HEADER);
        return !sound || goesOnBehindABreak(sum);
    }

    private boolean goesOnBehindABreak(long sumOfHeader) throws IOException {
        int size = ENTRY_HEADER + header.getInt(8);
        long before = sumOfHeader;
        boolean broken = false;
        boolean anEndBefore = false;
        for (ByteBuffer entry = next(size); entry.remaining() == size; entry = next(size)) {
            boolean ofNow = entry.getLong(8) == header.getLong(16);
            boolean follows = ofNow && sum(before, entry) == entry.getLong(16);
            if (broken && anEndBefore && follows) {
                return true;
            }
            broken |= !follows;
            anEndBefore = ofNow && entry.getInt(4) != 0;
            before = entry.getLong(16);
        }
        return false;
    }

    private long sum(long before, ByteBuffer entry) {
        long sum = sum(before, entry, 0, SUMMED_OF_ENTRY_HEADER);
        return sum(sum, entry, ENTRY_HEADER, entry.limit());
    }

    /** Returns two sums of 32 bits, the first one in the upper half. */
    private long sum(long before, ByteBuffer bytes, int from, int to) {
        ByteBuffer words = bytes.duplicate().order(order);
        int first = (int) (before >>> 32);
        int second = (int) before;
        for (int at = from; at < to; at += 8) {
            first += words.getInt(at) + second;
            second += words.getInt(at + 4) + first;
        }
        return (long) first << 32 | second & 0xFFFF_FFFFL;
    }

    /** Returns the next bytes; fewer at the end. */
    private ByteBuffer next(int bytes) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(bytes));
    }
}
