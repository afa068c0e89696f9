package coderbased.files;

import java.nio.channels.SeekableByteChannel;

/**
 * Keeps bytes: those of uploads under way by the upload's id, those that are whole by their {@link FileCopy copy}. Port of
 * this package; the node implements it.
 *
 * <p>Ids and hashes are the caller's own, never what a device wrote. Thread-safe for different uploads; the caller keeps what
 * concerns the same one, in the same node, one after the other. Every method throws {@link FilesDown} where storage cannot
 * answer now.
 */
public interface FileStore {

    /** How many bytes of an upload are there; 0 for one that has none yet. */
    long received(String uploadId);

    /**
     * Adds bytes at the end of an upload. Where it fails, there is as much as there was before. Several nodes may be told to
     * add the same piece at the same time; it is there once afterwards.
     *
     * @param offset where the caller takes that end to be
     * @return false, and nothing is added, if the upload ends somewhere else
     */
    boolean append(String uploadId, long offset, byte[] piece);

    /**
     * Ends an upload: if its bytes have the copy's hash, they are on disk when this returns and survive a crash of the
     * machine; otherwise nothing is left of them.
     *
     * @return whether they have that hash
     */
    boolean keep(FileCopy copy);

    /** Forgets what came of an upload. */
    void drop(String uploadId);

    /** Opens a copy; the caller closes it. */
    SeekableByteChannel open(FileCopy copy);

    /** Forgets a copy. Who reads it now reads on. */
    void remove(FileCopy copy);
}
