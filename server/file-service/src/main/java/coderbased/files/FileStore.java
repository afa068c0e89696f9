package coderbased.files;

import java.nio.channels.SeekableByteChannel;

/**
 * Storage of bytes: uploads under way by the upload's id, complete files by their {@link FileCopy copy}. Port of this
 * package; the node implements it.
 *
 * <p>Ids and hashes are the server's own, never what a device sent. Thread-safe for different uploads; calls about the
 * same upload on one node come one after the other. Every method throws {@link FilesDown} if storage cannot answer now.
 */
public interface FileStore {

    /** Returns how many bytes of an upload are stored; 0 if none are. */
    long received(String uploadId);

    /**
     * Adds bytes at the end of an upload. On a failure, the upload is as long as it was before. Several nodes may add
     * the same piece at the same time; it is stored once.
     *
     * @param offset the length that the caller takes the upload to have
     * @return false if the upload has another length; nothing is added then
     */
    boolean append(String uploadId, long offset, byte[] piece);

    /**
     * Ends an upload. If its bytes have the copy's hash, they are on disk when this returns and survive a crash of the
     * machine; otherwise they are deleted.
     *
     * @return true if they have that hash
     */
    boolean keep(FileCopy copy);

    /** Deletes the bytes of an upload. */
    void drop(String uploadId);

    /** Opens a copy; the caller closes it. */
    SeekableByteChannel open(FileCopy copy);

    /** Deletes a copy. Those who are reading it can read on. */
    void remove(FileCopy copy);
}
