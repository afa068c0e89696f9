package coderbased.files;

import java.time.Instant;

/**
 * An account's announcement of a file.
 *
 * @param sha256 of its bytes, in lower-case hex
 * @param size in bytes
 * @param announcedAt when it was announced last
 * @param complete whether its bytes are kept, so that the account may send them
 */
public record FileUpload(String id, String accountId, String sha256, long size, Instant announcedAt, boolean complete) {

    /** What its bytes are kept as. */
    public FileCopy copy() {
        return new FileCopy(sha256, id);
    }
}
