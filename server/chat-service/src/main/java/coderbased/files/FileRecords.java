package coderbased.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Knows who may use which bytes. Port of this package; the node implements it.
 *
 * <p>Which message carries which bytes stands where messages stand. Thread-safe. What a
 * method changed is on disk when it returns. Every method throws {@link FilesDown} where storage can not answer now.
 */
public interface FileRecords {

    /**
     * Notes an announcement, or that one was made again: an account has one upload of the same bytes.
     *
     * @param fresh what to note where there is none yet
     * @return the upload, or why it can not be
     */
    Announced announce(FileUpload fresh, FileLimits limits);

    /** What became of an announcement. */
    sealed interface Announced {

        /** There is such an upload. */
        record Open(FileUpload upload) implements Announced {}

        /** The account has too many that are not complete. */
        record TooMany() implements Announced {}

        /** The account would have more bytes on the server than it may. */
        record NoRoom() implements Announced {}
    }

    /** The account's upload of that id. Somebody else's is none. */
    Optional<FileUpload> upload(String accountId, String uploadId);

    /** The upload's bytes are kept. */
    void complete(FileUpload upload);

    /** There is no such upload any more. */
    void forget(String uploadId);

    /** The size of the bytes with that hash, where the account has a complete upload of them; empty otherwise. */
    OptionalLong uploaded(String accountId, String sha256);

    /** The file of a message, if the account may see that message. */
    Optional<KeptFile> ofMessage(String accountId, String conversationId, long seq);

    /** The picture of a group, if the account is in it. */
    Optional<KeptFile> ofGroup(String accountId, String conversationId);

    /** Uploads, complete or not, that were announced last before then. */
    List<FileUpload> announcedBefore(Instant then);

    /** Notes which bytes nobody has a use for, from now on, and which somebody has again. */
    void noteUse(Instant now);

    /** The hashes of bytes that nobody has had a use for since before then. */
    List<String> unusedSince(Instant then);

    /** Whether that is so of these bytes. */
    boolean isUnusedSince(Instant then, String sha256);

    /** There are no such bytes any more. */
    void removed(String sha256);

    /** Whether there are such bytes. */
    boolean has(String sha256);
}
