package coderbased.store.files;

import coderbased.files.FileCopy;
import coderbased.files.FileUpload;
import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Copies of files as rows: the one in use, and those out of use.
 *
 * <p>An upload's copy comes into use once, when the upload's row becomes complete, and goes out of use once, with its
 * row. A transaction that changes one of these rows locks it until its end, so no copy is ever both.
 */
final class CopyRows {

    private CopyRows() {}

    /** Takes an upload's copy into use; true if the upload still exists. */
    static boolean use(Handle handle, FileUpload upload, Instant now) {
        if (handle.execute("UPDATE uploads SET complete = TRUE WHERE id = ? AND NOT complete", upload.id()) == 0) {
            // The upload is gone, or another node completed it first.
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

    /** Puts the copies of uploads that are gone out of use; the copy of a complete one stays in use. */
    static int leave(Handle handle, List<FileUpload> gone, Instant now) {
        List<FileUpload> open =
                gone.stream().filter(upload -> !upload.complete()).toList();
        open.forEach(upload -> leave(handle, upload.copy(), now));
        return open.size();
    }

    /** Puts copies out of use that nobody has used since before that time. */
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
