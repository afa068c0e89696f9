package coderbased.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of an open database and its write-ahead log with what SQLite left there. The log must hold the last
 * committed frame and the one of the last check, and the database file changes by checkpoints alone. Another program
 * that respects SQLite's locks may write: its frames and checkpoints are recorded in the {@code -shm} file, as the
 * server's own are.
 *
 * <p>Changes during a checkpoint and in the middle of the log are not noticed.
 *
 * <p>Thread-safe. The files stay open here until SQLite has closed them: closing them earlier would release SQLite's
 * own locks.
 */
final class LogWatch implements AutoCloseable {

    private static final int LOG_HEADER = 32;
    private static final int LOG_SALTS = 16;
    private static final int FRAME_HEADER = 24;
    private static final int FRAME_SALTS = 8;
    private static final int FRAME_SUM = 16;

    /** Reads until one is not in the middle of a commit. If none is, the next check decides. */
    private static final int MAX_READS = 100;

    private final Path database;
    private final Path log;
    private final RandomAccessFile frames;
    private final RandomAccessFile index;
    private @Nullable WalIndex last;
    private @Nullable Copy copy;

    /** The database file as a finished checkpoint left it. */
    private record Copy(
            long salts, long copied, long length, @Nullable FileTime changed) {}

    private LogWatch(Path database, Path log, RandomAccessFile frames, RandomAccessFile index) {
        this.database = database;
        this.log = log;
        this.frames = frames;
        this.index = index;
    }

    /** Begins to watch a database with an open connection. */
    static LogWatch of(SqliteFile file) throws IOException {
        Path log = WriteAheadLog.of(file.path());
        RandomAccessFile frames = new RandomAccessFile(log.toFile(), "r");
        try {
            return new LogWatch(
                    file.path(), log, frames, new RandomAccessFile(file.index().toFile(), "r"));
        } catch (IOException e) {
            frames.close();
            throw e;
        }
    }

    /** Returns the name of a file that is not as SQLite left it; empty if both are. */
    synchronized Optional<String> lost() throws IOException {
        for (int i = 0; i < MAX_READS; i++) {
            if (WalIndex.isCutOff(index)) {
                return Optional.of("The -shm file of " + database + " was truncated by another program");
            }
            Optional<WalIndex> before = WalIndex.read(index);
            if (before.isEmpty()) {
                continue;
            }
            boolean isInLog = isInLog(before.get());
            Copy now = copyNow(before.get());
            if (before.equals(WalIndex.read(index))) {
                return judge(before.get(), isInLog, now);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (frames;
                index) {
            last = null;
        }
    }

    private Optional<String> judge(WalIndex state, boolean isInLog, Copy now) {
        if (!isInLog) {
            return Optional.of("The open file " + log + " was truncated or overwritten by another program");
        }
        if (isChanged(state, now)) {
            return Optional.of("The open file " + database + " was changed by another program");
        }
        last = state;
        copy = state.isSettled() ? now : null;
        return Optional.empty();
    }

    private boolean isChanged(WalIndex state, Copy now) {
        return state.isSettled()
                && copy != null
                && copy.salts() == now.salts()
                && copy.copied() == now.copied()
                && !copy.equals(now);
    }

    /** Systems without a key for files record the time of a change late. */
    private Copy copyNow(WalIndex state) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(database, BasicFileAttributes.class);
        FileTime changed = attributes.fileKey() == null ? null : attributes.lastModifiedTime();
        return new Copy(state.salts(), state.copied(), attributes.size(), changed);
    }

    private boolean isInLog(WalIndex state) throws IOException {
        if (last == null || last.salts() != state.salts()) {
            return holds(state);
        }
        return state.frames() >= last.frames() && holds(last) && holds(state);
    }

    /**
     * True if the last frame of that state is in its place. A restarted log has no frames until something is written.
     */
    private boolean holds(WalIndex state) throws IOException {
        if (state.frames() == 0) {
            return true;
        }
        long frame = LOG_HEADER + (state.frames() - 1) * (FRAME_HEADER + state.pageSize());
        return frames.length() >= frame + FRAME_HEADER + state.pageSize()
                && number(LOG_SALTS) == state.salts()
                && number(frame + FRAME_SALTS) == state.salts()
                && number(frame + FRAME_SUM) == state.sum();
    }

    private long number(long at) throws IOException {
        frames.seek(at);
        return frames.readLong();
    }
}
