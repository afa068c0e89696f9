package coderbased.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Knows who may use which bytes. Port of this package; the node implements it.
 *
 * <p>Which message carries which bytes stands where messages stand. Thread-safe. What a method changed is on disk when it
 * returns, and each is one step for all nodes. Every method throws {@link FilesDown} where storage cannot answer now.
 */
public interface FileRecords {

    /**
     * Notes an announcement, or that one was made again: an account has one upload of the same bytes.
     *
     * @param fresh what to note where there is none yet
     * @return the upload, or why it cannot be
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

    /**
     * The upload's bytes are kept: its copy is the one in use from now on, and the one before it is left.
     *
     * @return whether there still is such an upload
     */
    boolean complete(FileUpload upload, Instant now);

    /** There is no such upload any more; what came of it is left. */
    void forget(String uploadId, Instant now);

    /** The size of the bytes with that hash, where the account has a complete upload of them; empty otherwise. */
    OptionalLong uploaded(String accountId, String sha256);

    /** The file of a message, if the account may see that message. */
    Optional<KeptFile> ofMessage(String accountId, String conversationId, long seq);

    /** The picture of a group, if the account is in it. */
    Optional<KeptFile> ofGroup(String accountId, String conversationId);

    /** Forgets the uploads, complete or not, that were announced last before then. */
    void forgetAnnouncedBefore(Instant then, Instant now);

    /** Notes which bytes nobody has a use for, from now on, and which somebody has again. */
    void noteUse(Instant now);

    /** Leaves the bytes that nobody has had a use for since before then. */
    void leaveUnusedSince(Instant then, Instant now);

    /** The copies that were left before then. What came of an upload that was forgotten counts as one. */
    List<FileCopy> leftBefore(Instant then);

    /** There is no such copy any more. */
    void removed(FileCopy copy);
}
