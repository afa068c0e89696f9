package coderbased.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The check that an open database's content is still what SQLite left there. After a negative result it stays negative:
 * nobody knows what else is missing.
 *
 * <p>Thread-safe. It is closed after every connection.
 */
final class OpenedContent implements AutoCloseable {

    private static final int PRIMARY_CODE = 0xFF;

    private final SqliteFile file;
    private final FileStamp stamp;
    private final LogWatch log;
    private final AtomicReference<@Nullable String> damage = new AtomicReference<>();

    private OpenedContent(SqliteFile file, FileStamp stamp, LogWatch log) {
        this.file = file;
        this.stamp = stamp;
        this.log = log;
    }

    /**
     * Begins to watch.
     *
     * @param held a connection that stays open until this is closed
     */
    static OpenedContent of(SqliteFile file, Connection held) throws IOException, SQLException {
        FileStamp stamp = FileStamp.set(file.path(), held, (int) System.nanoTime());
        return new OpenedContent(file, stamp, LogWatch.of(file));
    }

    /**
     * Returns the first reason that was found why the content is not what SQLite left there; empty if there is none.
     */
    Optional<String> lost() {
        try {
            if (damage.get() == null) {
                look().ifPresent(this::remember);
            }
            return Optional.ofNullable(damage.get());
        } catch (IOException e) {
            return Optional.of("The open files of " + file.path() + " cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Records a failure that only damage explains. */
    void note(RuntimeException failure) {
        if (isDamage(failure)) {
            remember("The database " + file.path() + " is damaged (" + FailureReason.of(failure) + ")");
        }
    }

    @Override
    public void close() throws IOException {
        try (stamp) {
            log.close();
        }
    }

    private Optional<String> look() throws IOException {
        Optional<String> lost = stamp.lost();
        return lost.isPresent() ? lost : log.lost();
    }

    private void remember(String why) {
        damage.compareAndSet(null, why);
    }

    private static boolean isDamage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException refused) {
                int code = refused.getResultCode().code & PRIMARY_CODE;
                return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
            }
        }
        return false;
    }
}
