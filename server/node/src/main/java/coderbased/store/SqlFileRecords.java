package coderbased.store;

import coderbased.files.FileLimits;
import coderbased.files.FileRecords;
import coderbased.files.FileUpload;
import coderbased.files.FilesDown;
import coderbased.files.KeptFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Who may use which files, in a database. */
public final class SqlFileRecords implements FileRecords {

    private final Database database;

    /** Over an open database, which stays the caller's. */
    public SqlFileRecords(Database database) {
        this.database = database;
    }

    @Override
    public Announced announce(FileUpload fresh, FileLimits limits) {
        return write(handle -> {
            database.dialect().lockAccount(handle, fresh.accountId());
            return UploadRows.announce(handle, fresh, limits);
        });
    }

    @Override
    public Optional<FileUpload> upload(String accountId, String uploadId) {
        return read(handle -> UploadRows.byId(handle, accountId, uploadId));
    }

    @Override
    public void complete(FileUpload upload) {
        write(handle -> {
            handle.createUpdate("""
                            INSERT INTO files (sha256, size) VALUES (:hash, :size)
                            ON CONFLICT (sha256) DO UPDATE SET unused_since = NULL
                            """)
                    .bind("hash", upload.sha256())
                    .bind("size", upload.size())
                    .execute();
            return handle.execute("UPDATE uploads SET complete = TRUE WHERE id = ?", upload.id());
        });
    }

    @Override
    public void forget(String uploadId) {
        write(handle -> handle.execute("DELETE FROM uploads WHERE id = ?", uploadId));
    }

    @Override
    public OptionalLong uploaded(String accountId, String sha256) {
        return read(handle -> UploadRows.complete(handle, accountId, sha256));
    }

    @Override
    public Optional<KeptFile> ofMessage(String accountId, String conversationId, long seq) {
        return read(handle -> FileRows.ofMessage(handle, accountId, conversationId, seq));
    }

    @Override
    public Optional<KeptFile> ofGroup(String accountId, String conversationId) {
        return read(handle -> FileRows.ofGroup(handle, accountId, conversationId));
    }

    @Override
    public List<FileUpload> announcedBefore(Instant then) {
        return read(handle -> UploadRows.announcedBefore(handle, then));
    }

    @Override
    public void noteUse(Instant now) {
        // Most times there is nothing to note, and to look costs nobody a wait.
        if (read(FileRows::isUseToNote)) {
            write(handle -> FileRows.noteUse(handle, now));
        }
    }

    @Override
    public List<String> unusedSince(Instant then) {
        return read(handle -> handle.createQuery("SELECT sha256 FROM files WHERE unused_since < :then")
                .bind("then", Moments.millis(then))
                .mapTo(String.class)
                .list());
    }

    @Override
    public boolean isUnusedSince(Instant then, String sha256) {
        return read(handle -> handle.createQuery("SELECT 1 FROM files WHERE sha256 = :hash AND unused_since < :then")
                .bind("hash", sha256)
                .bind("then", Moments.millis(then))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void removed(String sha256) {
        write(handle -> handle.execute("DELETE FROM files WHERE sha256 = ?", sha256));
    }

    @Override
    public boolean has(String sha256) {
        return read(handle -> handle.createQuery("SELECT 1 FROM files WHERE sha256 = :hash")
                .bind("hash", sha256)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private <T> T read(Function<Handle, T> work) {
        try {
            return database.read(work);
        } catch (JdbiException refused) {
            throw new FilesDown("the database could not be read", refused);
        }
    }

    private <T> T write(Function<Handle, T> work) {
        try {
            return database.write(work);
        } catch (JdbiException refused) {
            throw new FilesDown("the database could not be written", refused);
        }
    }
}
