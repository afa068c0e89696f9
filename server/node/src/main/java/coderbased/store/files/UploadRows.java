package coderbased.store.files;

import coderbased.files.FileLimits;
import coderbased.files.FileRecords.Announced;
import coderbased.files.FileUpload;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Conversion between a {@link FileUpload} and its row. */
final class UploadRows {

    private UploadRows() {}

    /** Records a new upload, or a repeated announcement of an old one. */
    static Announced announce(Handle handle, FileUpload fresh, FileLimits limits) {
        Optional<FileUpload> before = same(handle, fresh);
        // It may be forgotten at this very moment.
        if (before.isPresent() && isAnnouncedAgain(handle, before.get().id(), fresh.announcedAt())) {
            return new Announced.Open(before.get());
        }
        if (open(handle, fresh.accountId()) >= limits.openUploads()) {
            return new Announced.TooMany();
        }
        if (FileRows.bytesOf(handle, fresh.accountId()) + fresh.size() > limits.bytesPerAccount()) {
            return new Announced.NoRoom();
        }
        insert(handle, fresh);
        return new Announced.Open(fresh);
    }

    static Optional<FileUpload> byId(Handle handle, String accountId, String id) {
        return handle.createQuery("SELECT * FROM uploads WHERE id = :id AND account_id = :account")
                .bind("id", id)
                .bind("account", accountId)
                .map((row, context) -> read(row))
                .findOne();
    }

    static OptionalLong complete(Handle handle, String accountId, String sha256) {
        return handle
                .createQuery("SELECT size FROM uploads WHERE account_id = :account AND sha256 = :hash AND complete")
                .bind("account", accountId)
                .bind("hash", sha256)
                .mapTo(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    static List<FileUpload> delete(Handle handle, String id) {
        return handle.createQuery("DELETE FROM uploads WHERE id = :id RETURNING *")
                .bind("id", id)
                .map((row, context) -> read(row))
                .list();
    }

    static List<FileUpload> deleteAnnouncedBefore(Handle handle, Instant then) {
        return handle.createQuery("DELETE FROM uploads WHERE announced_at < :then RETURNING *")
                .bind("then", Timestamps.millis(then))
                .map((row, context) -> read(row))
                .list();
    }

    private static Optional<FileUpload> same(Handle handle, FileUpload fresh) {
        return handle.createQuery(
                        "SELECT * FROM uploads WHERE account_id = :account AND sha256 = :hash AND size = :size")
                .bind("account", fresh.accountId())
                .bind("hash", fresh.sha256())
                .bind("size", fresh.size())
                .map((row, context) -> read(row))
                .findOne();
    }

    private static boolean isAnnouncedAgain(Handle handle, String id, Instant at) {
        return handle.execute("UPDATE uploads SET announced_at = ? WHERE id = ?", Timestamps.millis(at), id) == 1;
    }

    private static int open(Handle handle, String accountId) {
        return handle.createQuery("SELECT COUNT(*) FROM uploads WHERE account_id = :account AND NOT complete")
                .bind("account", accountId)
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle handle, FileUpload upload) {
        handle.createUpdate("""
                        INSERT INTO uploads (id, account_id, sha256, size, announced_at)
                        VALUES (:id, :account, :hash, :size, :at)
                        """)
                .bind("id", upload.id())
                .bind("account", upload.accountId())
                .bind("hash", upload.sha256())
                .bind("size", upload.size())
                .bind("at", Timestamps.millis(upload.announcedAt()))
                .execute();
    }

    private static FileUpload read(ResultSet row) throws SQLException {
        return new FileUpload(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("sha256"),
                row.getLong("size"),
                Timestamps.read(row, "announced_at"),
                row.getBoolean("complete"));
    }
}
