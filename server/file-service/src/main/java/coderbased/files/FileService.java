package coderbased.files;

import coderbased.protocol.FileHttp;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The front door of files: receives them, stores them, and serves them to those who may see them.
 *
 * <p>Every caller is an account, taken from its session. Thread-safe. Calls block on disk and network. A refusal is a
 * {@link FileRefused}.
 */
public final class FileService {

    private final FileStore store;
    private final FileRecords records;
    private final Clock clock;
    private final Turns turns;
    private final Pieces pieces;
    private final Uploads uploads;
    private final FileSweep sweep;

    /**
     * Creates the service; the caller closes the ports.
     *
     * @param random makes ids that nobody can guess
     */
    public FileService(FileStore store, FileRecords records, FileLimits limits, Clock clock, RandomGenerator random) {
        this.store = store;
        this.records = records;
        this.clock = clock;
        pieces = new Pieces(
                limits.pieceTimeout(), Pieces.room(Runtime.getRuntime().maxMemory()), System::nanoTime);
        turns = new Turns(limits.concurrentCalls());
        uploads = new Uploads(store, records, limits, random);
        sweep = new FileSweep(store, records, limits.retention());
    }

    /** Announces a file that a device wants to send. */
    FileHttp.Upload announce(String accountId, FileHttp.NewUpload said) {
        return uploads.announce(accountId, said, now());
    }

    /** Returns how much of an upload has arrived. */
    FileHttp.Upload upload(String accountId, String id) {
        return uploads.state(accountId, id);
    }

    /** Appends the next piece of an upload. */
    FileHttp.Upload append(String accountId, String id, long offset, InputStream body) throws IOException {
        try (Turns.Turn turn = turns.take(accountId)) {
            // Checked before the bytes are read, and again once they have arrived.
            uploads.requireOffset(accountId, id, offset);
            return pieces.read(body, piece -> uploads.append(accountId, id, offset, piece, now()));
        }
    }

    /** Cancels an upload. */
    void cancel(String accountId, String id) {
        uploads.cancel(accountId, id, now());
    }

    /** Opens the file of a message; the caller closes it. */
    Download ofMessage(String accountId, String conversationId, long seq) {
        return download(accountId, records.ofMessage(accountId, conversationId, seq));
    }

    /** Opens the picture of a group; the caller closes it. */
    Download ofGroup(String accountId, String conversationId) {
        return download(accountId, records.ofGroup(accountId, conversationId));
    }

    /**
     * Returns the size in bytes of a file that the account uploaded completely; empty if it has not.
     *
     * @param sha256 of its bytes, in lower-case hex
     */
    public OptionalLong uploaded(String accountId, String sha256) {
        return records.uploaded(accountId, sha256);
    }

    /**
     * Forgets files that nobody uses, every ten minutes; the node calls it more often, on one thread at a time. If the
     * store fails, the next attempt follows in ten minutes.
     */
    public void sweep() {
        sweep.run(now());
    }

    private Download download(String accountId, Optional<KeptFile> file) {
        KeptFile found = file.orElseThrow(FileRefused::noSuchFile);
        Turns.Turn turn = turns.take(accountId);
        try {
            return new Download(found, store.open(found.copy()), turn);
        } catch (RuntimeException | Error e) {
            turn.close();
            throw e;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
