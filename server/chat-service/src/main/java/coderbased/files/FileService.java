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
 * The front door: files come, are kept, and are fetched by whoever may see them.
 *
 * <p>Who asks is always an account, from its session. Thread-safe. Calls block on disk and network. A refusal is a {@link
 * FileRefused}.
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
     * Opens; the ports stay the caller's.
     *
     * @param random makes ids that nobody can guess
     */
    public FileService(FileStore store, FileRecords records, FileLimits limits, Clock clock, RandomGenerator random) {
        this.store = store;
        this.records = records;
        this.clock = clock;
        pieces = new Pieces(
                limits.pieceWithin(), Pieces.room(Runtime.getRuntime().maxMemory()), System::nanoTime);
        turns = new Turns(limits.atOnce());
        uploads = new Uploads(store, records, limits, random);
        sweep = new FileSweep(store, records, limits.forget());
    }

    /** A device wants to send a file. */
    FileHttp.Upload announce(String accountId, FileHttp.NewUpload said) {
        return uploads.announce(accountId, said, now());
    }

    /** How far an upload is. */
    FileHttp.Upload upload(String accountId, String id) {
        return uploads.state(accountId, id);
    }

    /** The next piece of an upload. */
    FileHttp.Upload append(String accountId, String id, long offset, InputStream body) throws IOException {
        try (Turns.Turn turn = turns.take(accountId)) {
            // Asked before the bytes are read, and again when they are there.
            uploads.requireOffset(accountId, id, offset);
            return pieces.read(body, piece -> uploads.append(accountId, id, offset, piece, now()));
        }
    }

    /** The device does not want to send it any more. */
    void cancel(String accountId, String id) {
        uploads.cancel(accountId, id, now());
    }

    /** The file of a message; the caller closes it. */
    Download ofMessage(String accountId, String conversationId, long seq) {
        return download(accountId, records.ofMessage(accountId, conversationId, seq));
    }

    /** The picture of a group; the caller closes it. */
    Download ofGroup(String accountId, String conversationId) {
        return download(accountId, records.ofGroup(accountId, conversationId));
    }

    /**
     * The size in bytes of a file that the account uploaded and of which every byte is there; empty where it has not.
     *
     * @param sha256 of its bytes, in lower-case hex
     */
    public OptionalLong uploaded(String accountId, String sha256) {
        return records.uploaded(accountId, sha256);
    }

    /**
     * Forgets what nobody has a use for, every ten minutes; the node calls it more often, on one thread at a time. Where the
     * store fails, it is tried again in ten minutes.
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
