package coderbased.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The log beside an SQLite file, as a power cut may leave it: of the transaction that was written last, which the disk
 * need not have, some entries are there, some are not, and of some there is the beginning.
 */
final class TornLog {

    private static final int HEADER = 32;
    private static final int ENTRY_HEADER = 24;

    /** With so many entries SQLite begins to bring them into the database; all of them are on disk then. */
    private static final int ALL_ON_DISK = 1_000;

    private final byte[] whole;
    private final int entry;
    private final int begin;
    private final int end;

    private TornLog(byte[] whole) {
        this.whole = whole;
        ByteBuffer log = ByteBuffer.wrap(whole);
        entry = ENTRY_HEADER + log.getInt(8);
        int at = HEADER;
        int began = HEADER;
        int ended = HEADER;
        while (at + entry <= whole.length && log.getLong(at + 8) == log.getLong(16)) {
            began = ended == at ? ended : began;
            ended = log.getInt(at + 4) == 0 ? ended : at + entry;
            at += entry;
        }
        begin = began;
        end = at;
    }

    static TornLog read(Path log) throws IOException {
        return new TornLog(Files.readAllBytes(log));
    }

    /** True if there is a transaction that the disk need not have. */
    boolean canBeTorn() {
        return begin < end && (end - HEADER) / entry < ALL_ON_DISK;
    }

    /** Writes it as chance wants it. */
    void tear(Path log, RandomGenerator random) throws IOException {
        byte[] torn = whole.clone();
        for (int at = begin; at < end; at += entry) {
            int left = random.nextInt(3) == 0 ? random.nextInt(entry) : random.nextInt(2) * entry;
            Arrays.fill(torn, at + left, at + entry, (byte) 0);
        }
        Files.write(log, torn);
    }

    /** Writes it as if nothing of that transaction had come to the disk. */
    void writeWithoutLast(Path log) throws IOException {
        Files.write(log, Arrays.copyOf(whole, begin));
    }
}
