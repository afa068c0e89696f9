package coderbased.files;

import java.time.Instant;

/**
 * An account's upload of a file.
 *
 * @param sha256 the hash of its bytes, in lower-case hex
 * @param size in bytes
 * @param announcedAt the time of the last announcement
 * @param complete true if its bytes are stored, so that the account may send them
 */
public record FileUpload(String id, String accountId, String sha256, long size, Instant announcedAt, boolean complete) {

    /** Returns the copy that its bytes are stored as. */
    public FileCopy copy() {
        return new FileCopy(sha256, id);
    }
}
