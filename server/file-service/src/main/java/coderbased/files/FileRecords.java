package coderbased.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Records of who may use which bytes. Port of this package; the node implements it.
 *
 * <p>The message store holds which message carries which bytes. Thread-safe. A method's changes are on disk when it
 * returns, and each call is one step for all nodes. Every method throws {@link FilesDown} if storage cannot answer now.
 */
public interface FileRecords {

    /**
     * Records an announcement, or a repeated one: an account has one upload of the same bytes.
     *
     * @param fresh the upload to record if there is none yet
     * @return the upload, or the reason why it is refused
     */
    Announced announce(FileUpload fresh, FileLimits limits);

    /** The result of an announcement. */
    sealed interface Announced {

        /** The upload exists. */
        record Open(FileUpload upload) implements Announced {}

        /** The account has too many incomplete uploads. */
        record TooMany() implements Announced {}

        /** The account would have more bytes on the server than it may. */
        record NoRoom() implements Announced {}
    }

    /** Returns the account's upload with that id; empty if there is none or it belongs to another account. */
    Optional<FileUpload> upload(String accountId, String uploadId);

    /**
     * Completes an upload: its copy is in use from now on, and the copy before it is out of use.
     *
     * @return true if the upload still exists
     */
    boolean complete(FileUpload upload, Instant now);

    /** Forgets an upload; its copy, if there is one, is out of use. */
    void forget(String uploadId, Instant now);

    /** Returns the size of the bytes with that hash if the account has a complete upload of them; empty otherwise. */
    OptionalLong uploaded(String accountId, String sha256);

    /** Returns the file of a message; empty if the account may not see that message. */
    Optional<KeptFile> ofMessage(String accountId, String conversationId, long seq);

    /** Returns the picture of a group; empty if the account is not in it. */
    Optional<KeptFile> ofGroup(String accountId, String conversationId);

    /** Forgets the uploads, complete or not, whose last announcement was before that time. */
    void forgetAnnouncedBefore(Instant then, Instant now);

    /** Records which bytes nobody uses from now on, and which bytes are used again. */
    void noteUse(Instant now);

    /** Puts the bytes out of use that nobody has used since before that time. */
    void leaveUnusedSince(Instant then, Instant now);

    /** Returns the copies that went out of use before that time, the copy of a forgotten upload included. */
    List<FileCopy> leftBefore(Instant then);

    /** Forgets a copy that was deleted. */
    void removed(FileCopy copy);
}
