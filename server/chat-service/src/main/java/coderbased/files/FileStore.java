package coderbased.files;

import java.nio.channels.SeekableByteChannel;

/**
 * Keeps bytes: those of uploads under way by the upload's id, those that are whole by their hash. Port of this package; the
 * node implements it.
 *
 * <p>Ids and hashes are the caller's own, never what a device wrote. Thread-safe for different ids and hashes; the caller
 * keeps what concerns the same bytes one after the other. Every method throws {@link FilesDown} where storage can not answer
 * now.
 */
public interface FileStore {

    /** How many bytes of an upload are there; 0 for one that has none yet. */
    long received(String uploadId);

    /** Adds bytes at the end of an upload. Where it fails, there is as much as there was before. */
    void append(String uploadId, byte[] piece);

    /**
     * Ends an upload: if its bytes have that hash, they are on disk when this returns and survive a crash of the machine,
     * in place of any that were there under the hash; otherwise nothing is left of them.
     *
     * @param sha256 in lower-case hex
     * @return whether they have that hash
     */
    boolean keep(String uploadId, String sha256);

    /** Forgets what came of an upload. */
    void drop(String uploadId);

    /** Opens the bytes with that hash; the caller closes them. */
    SeekableByteChannel open(String sha256);

    /** Forgets the bytes with that hash. Who reads them now reads on. */
    void remove(String sha256);
}
