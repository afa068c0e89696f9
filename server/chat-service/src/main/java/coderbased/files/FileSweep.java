package coderbased.files;

import java.time.Duration;
import java.time.Instant;

/**
 * Forgets what nobody has a use for. Any number of nodes may do so at once, and be given the same bytes again meanwhile.
 *
 * <p>Bytes go in three steps. First it is noted that nobody has a use for them. When that has been so for a while, the records
 * leave them: a message that was allowed to carry them a moment ago still found them. What was left is cleared away a while
 * later, so that whoever just looked up where it lies can read it, and what another node was about to keep of an upload that
 * was forgotten is cleared away with it.
 *
 * <p>Each step in the records is one transaction, and nothing that was left comes back: who sends the same bytes again makes a
 * copy of its own. So it does not matter which node clears away, when, or how often; one that dies in the middle leaves the
 * rest to the next sweep.
 */
final class FileSweep {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration STILL_THERE = Duration.ofHours(1);

    private final FileStore store;
    private final FileRecords records;
    private final Duration forget;
    private Instant next = Instant.MIN;

    FileSweep(FileStore store, FileRecords records, Duration forget) {
        this.store = store;
        this.records = records;
        this.forget = forget;
    }

    /** Sweeps if it is time again. On one thread at a time. */
    void run(Instant now) {
        boolean clockWentBack = next.isAfter(now.plus(EVERY));
        if (now.isBefore(next) && !clockWentBack) {
            return;
        }
        next = now.plus(EVERY);
        Instant then = now.minus(forget);
        records.forgetAnnouncedBefore(then, now);
        records.noteUse(now);
        records.leaveUnusedSince(then, now);
        for (FileCopy copy : records.leftBefore(now.minus(STILL_THERE))) {
            clearAway(copy);
        }
    }

    private void clearAway(FileCopy copy) {
        if (!copy.uploadId().isEmpty()) {
            store.drop(copy.uploadId());
        }
        store.remove(copy);
        // Last, so that it is tried again where the store did not answer.
        records.removed(copy);
    }
}
