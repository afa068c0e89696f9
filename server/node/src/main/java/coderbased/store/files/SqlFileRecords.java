package coderbased.store.files;

import coderbased.files.FileCopy;
import coderbased.files.FileLimits;
import coderbased.files.FileRecords;
import coderbased.files.FileUpload;
import coderbased.files.FilesDown;
import coderbased.files.KeptFile;
import coderbased.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** {@link FileRecords} in a database. */
public final class SqlFileRecords implements FileRecords {

    private final Database database;

    /** Creates records over an open database, which the caller closes. */
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
    public boolean complete(FileUpload upload, Instant now) {
        return write(handle -> CopyRows.use(handle, upload, now));
    }

    @Override
    public void forget(String uploadId, Instant now) {
        write(handle -> CopyRows.leave(handle, UploadRows.delete(handle, uploadId), now));
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
    public void forgetAnnouncedBefore(Instant then, Instant now) {
        write(handle -> CopyRows.leave(handle, UploadRows.deleteAnnouncedBefore(handle, then), now));
    }

    @Override
    public void noteUse(Instant now) {
        // Usually there is nothing to record, and looking first keeps nobody waiting.
        if (read(FileRows::isUseToNote)) {
            write(handle -> FileRows.noteUse(handle, now));
        }
    }

    @Override
    public void leaveUnusedSince(Instant then, Instant now) {
        write(handle -> CopyRows.leaveUnused(handle, then, now));
    }

    @Override
    public List<FileCopy> leftBefore(Instant then) {
        return read(handle -> CopyRows.leftBefore(handle, then));
    }

    @Override
    public void removed(FileCopy copy) {
        write(handle -> CopyRows.removed(handle, copy));
    }

    private <T> T read(Function<Handle, T> work) {
        try {
            return database.read(work);
        } catch (JdbiException e) {
            throw new FilesDown("the database could not be read", e);
        }
    }

    private <T> T write(Function<Handle, T> work) {
        try {
            return database.write(work);
        } catch (JdbiException e) {
            throw new FilesDown("the database could not be written", e);
        }
    }
}
