package coderbased.store.files;

import coderbased.files.FileCopy;
import coderbased.files.FileUpload;
import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Copies of bytes as rows: the one in use, and those that were left.
 *
 * <p>An upload's copy comes into use once, when the upload's row turns complete, and is left once, with the row that it goes
 * from. Whoever changes one of these rows has it to themselves until their transaction ends, so no copy is ever both.
 */
final class CopyRows {

    private CopyRows() {}

    /** Takes an upload's copy into use; whether there still is such an upload. */
    static boolean use(Handle handle, FileUpload upload, Instant now) {
        if (handle.execute("UPDATE uploads SET complete = TRUE WHERE id = ? AND NOT complete", upload.id()) == 0) {
            // Gone, or another node was as far and first.
            return UploadRows.byId(handle, upload.accountId(), upload.id()).isPresent();
        }
        String hash = upload.sha256();
        if (handle.execute("UPDATE files SET unused_since = NULL WHERE sha256 = ?", hash) == 0) {
            handle.execute(
                    "INSERT INTO files (sha256, size, upload_id) VALUES (?, ?, ?)", hash, upload.size(), upload.id());
        } else {
            handle.execute(
                    "INSERT INTO left_copies (sha256, upload_id, left_at)"
                            + " SELECT sha256, upload_id, CAST(? AS BIGINT) FROM files WHERE sha256 = ?",
                    Timestamps.millis(now),
                    hash);
            handle.execute("UPDATE files SET upload_id = ? WHERE sha256 = ?", upload.id(), hash);
        }
        return true;
    }

    /** What came of uploads that are gone; the copy of a complete one stays as it is. */
    static int leave(Handle handle, List<FileUpload> gone, Instant now) {
        List<FileUpload> open =
                gone.stream().filter(upload -> !upload.complete()).toList();
        open.forEach(upload -> leave(handle, upload.copy(), now));
        return open.size();
    }

    /** The bytes that nobody has had a use for since before then. */
    static int leaveUnused(Handle handle, Instant then, Instant now) {
        List<FileCopy> unused = handle.createQuery("DELETE FROM files WHERE unused_since < :then AND NOT "
                        + FileRows.IS_USED + " RETURNING sha256, upload_id")
                .bind("then", Timestamps.millis(then))
                .map((row, context) -> FileRows.copy(row))
                .list();
        unused.forEach(copy -> leave(handle, copy, now));
        return unused.size();
    }

    static List<FileCopy> leftBefore(Handle handle, Instant then) {
        return handle.createQuery("SELECT sha256, upload_id FROM left_copies WHERE left_at < :then")
                .bind("then", Timestamps.millis(then))
                .map((row, context) -> FileRows.copy(row))
                .list();
    }

    static int removed(Handle handle, FileCopy copy) {
        return handle.execute(
                "DELETE FROM left_copies WHERE sha256 = ? AND upload_id = ?", copy.sha256(), copy.uploadId());
    }

    private static void leave(Handle handle, FileCopy copy, Instant now) {
        handle.execute(
                "INSERT INTO left_copies (sha256, upload_id, left_at) VALUES (?, ?, ?)",
                copy.sha256(),
                copy.uploadId(),
                Timestamps.millis(now));
    }
}
