package coderbased.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Forgets what nobody has a use for.
 *
 * <p>Bytes go in two steps: first it is noted that nobody has a use for them, and they go when that has been so for a
 * while. So a message that was allowed to carry them a moment ago still finds them.
 */
final class FileSweep {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final FileStore store;
    private final FileRecords records;
    private final OneByOne locks;
    private final Duration forget;
    private Instant next = Instant.MIN;

    FileSweep(FileStore store, FileRecords records, OneByOne locks, Duration forget) {
        this.store = store;
        this.records = records;
        this.locks = locks;
        this.forget = forget;
    }

    /** Sweeps if it is time again. On one thread at a time. */
    void run(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        Instant then = now.minus(forget);
        for (FileUpload upload : records.announcedBefore(then)) {
            forget(upload, then);
        }
        records.noteUse(now);
        for (String sha256 : records.unusedSince(then)) {
            remove(sha256, then);
        }
    }

    private void forget(FileUpload found, Instant then) {
        Lock lock = locks.of(found.sha256());
        lock.lock();
        try {
            Optional<FileUpload> upload = records.upload(found.accountId(), found.id());
            if (upload.isEmpty() || !upload.get().announcedAt().isBefore(then)) {
                return;
            }
            store.drop(found.id());
            if (!records.has(found.sha256())) {
                // The server ended after the bytes were kept and before that was noted.
                store.remove(found.sha256());
            }
            records.forget(found.id());
        } finally {
            lock.unlock();
        }
    }

    private void remove(String sha256, Instant then) {
        Lock lock = locks.of(sha256);
        lock.lock();
        try {
            if (records.isUnusedSince(then, sha256)) {
                // First the bytes: a record without bytes is found again, bytes without a record are not.
                store.remove(sha256);
                records.removed(sha256);
            }
        } finally {
            lock.unlock();
        }
    }
}
