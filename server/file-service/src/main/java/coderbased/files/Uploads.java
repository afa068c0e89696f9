package coderbased.files;

import coderbased.files.FileRecords.Announced;
import coderbased.protocol.Base32;
import coderbased.protocol.FileHttp;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Uploads under way. Thread-safe; refuses with {@link FileRefused}. */
final class Uploads {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int ID_BYTES = 16;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(30);

    private final FileStore store;
    private final FileRecords records;
    private final FileLimits limits;
    private final OneByOne locks = new OneByOne();
    private final RandomGenerator random;

    Uploads(FileStore store, FileRecords records, FileLimits limits, RandomGenerator random) {
        this.store = store;
        this.records = records;
        this.limits = limits;
        this.random = random;
    }

    FileHttp.Upload announce(String accountId, FileHttp.NewUpload request, Instant now) {
        require(request);
        FileUpload fresh = new FileUpload(id(), accountId, request.sha256(), request.size(), now, false);
        return switch (records.announce(fresh, limits)) {
            case Announced.Open open -> state(open.upload());
            case Announced.TooMany tooMany -> throw FileRefused.later(ProblemReason.UPLOADS_AT_ONCE, RETRY_DELAY);
            case Announced.NoRoom noRoom -> throw noRoom();
        };
    }

    FileHttp.Upload state(String accountId, String id) {
        return state(require(accountId, id));
    }

    /** Refuses a piece that does not begin at the end of the last one. */
    void requireOffset(String accountId, String id, long offset) {
        requireOffset(state(accountId, id), offset);
    }

    FileHttp.Upload append(String accountId, String id, long offset, byte[] piece, Instant now) {
        Lock lock = locks.of(id);
        lock.lock();
        try {
            // Checked again: another call may have changed it before this one got the lock.
            FileUpload upload = require(accountId, id);
            FileHttp.Upload before = state(upload);
            requireOffset(before, offset);
            if (before.received() + piece.length > upload.size()) {
                throw FileRefused.because(ProblemReason.UPLOAD_LENGTH);
            }
            if (!store.append(id, offset, piece)) {
                throw wrongOffset(state(upload));
            }
            return before.received() + piece.length == upload.size() ? finish(upload, now) : state(upload);
        } finally {
            lock.unlock();
        }
    }

    void cancel(String accountId, String id, Instant now) {
        Lock lock = locks.of(id);
        lock.lock();
        try {
            require(accountId, id);
            records.forget(id, now);
            store.drop(id);
        } finally {
            lock.unlock();
        }
    }

    private FileHttp.Upload finish(FileUpload upload, Instant now) {
        if (!store.keep(upload.copy())) {
            throw FileRefused.because(ProblemReason.FILE_DAMAGED);
        }
        if (!records.complete(upload, now)) {
            throw FileRefused.noSuchUpload();
        }
        return new FileHttp.Upload(upload.id(), upload.size(), true);
    }

    private FileUpload require(String accountId, String id) {
        return records.upload(accountId, id).orElseThrow(FileRefused::noSuchUpload);
    }

    private FileHttp.Upload state(FileUpload upload) {
        return new FileHttp.Upload(
                upload.id(), upload.complete() ? upload.size() : store.received(upload.id()), upload.complete());
    }

    private String id() {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return Base32.encode(bits);
    }

    private FileRefused noRoom() {
        return FileRefused.because(ProblemReason.FILES_STORED, "maxMegabytes", limits.bytesPerAccount() / MEGABYTE);
    }

    private static void require(FileHttp.NewUpload request) {
        if (!SHA256.matcher(request.sha256()).matches() || request.size() <= 0) {
            throw FileRefused.because(ProblemReason.FILE_DESCRIPTION);
        }
        if (request.size() > Protocol.MAX_FILE_BYTES) {
            throw FileRefused.because(ProblemReason.FILE_LENGTH, "maxMegabytes", Protocol.MAX_FILE_BYTES / MEGABYTE);
        }
    }

    private static void requireOffset(FileHttp.Upload upload, long offset) {
        if (offset != upload.received() || upload.complete()) {
            throw wrongOffset(upload);
        }
    }

    private static FileRefused wrongOffset(FileHttp.Upload upload) {
        return FileRefused.because(ProblemReason.FILE_OFFSET_WRONG, "offsetBytes", upload.received());
    }
}
