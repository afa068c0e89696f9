package coderbased.files;

import java.time.Duration;
import java.time.Instant;

/**
 * The deletion of files that nobody uses. Any number of nodes may run it at once, while new uploads bring the same
 * bytes again.
 *
 * <p>Bytes go in three steps. First the records note that nobody uses them. After {@code forget} without use, the
 * records put them out of use; until then, a message that was accepted a moment ago still finds them. An hour later
 * they are deleted, so that a reader who has just looked up their place can read them. Bytes that another node was
 * about to store for a forgotten upload are deleted with them.
 *
 * <p>Each step in the records is one transaction, and nothing that is out of use comes back: a new upload of the same
 * bytes makes a new copy. So it does not matter which node deletes a copy, when, or how often. A node that dies in the
 * middle leaves the rest to the next sweep.
 */
final class FileSweep {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration DELETION_DELAY = Duration.ofHours(1);

    private final FileStore store;
    private final FileRecords records;
    private final Duration forget;
    private Instant next = Instant.MIN;

    FileSweep(FileStore store, FileRecords records, Duration forget) {
        this.store = store;
        this.records = records;
        this.forget = forget;
    }

    /** Sweeps if the interval has passed. One thread at a time may call it. */
    void run(Instant now) {
        boolean clockWentBack = next.isAfter(now.plus(INTERVAL));
        if (now.isBefore(next) && !clockWentBack) {
            return;
        }
        next = now.plus(INTERVAL);
        Instant then = now.minus(forget);
        records.forgetAnnouncedBefore(then, now);
        records.noteUse(now);
        records.leaveUnusedSince(then, now);
        for (FileCopy copy : records.leftBefore(now.minus(DELETION_DELAY))) {
            delete(copy);
        }
    }

    private void delete(FileCopy copy) {
        if (!copy.uploadId().isEmpty()) {
            store.drop(copy.uploadId());
        }
        store.remove(copy);
        // Last, so that the next sweep tries again if the store did not answer.
        records.removed(copy);
    }
}
