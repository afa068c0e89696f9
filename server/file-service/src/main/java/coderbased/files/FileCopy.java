package coderbased.files;

/**
 * One complete copy of a file's bytes, made by one upload. The same bytes may have several copies for a while, of which
 * one is in use. A copy that is out of use never comes back into use, and no other copy ever gets its name. So any node
 * may delete it at any later time without deleting bytes that somebody needs.
 *
 * @param sha256 of the bytes, in lower-case hex
 * @param uploadId empty for bytes that came before copies had names of their own
 */
public record FileCopy(String sha256, String uploadId) {

    /** Returns the name under which the copy is stored; it begins with the hash. */
    public String name() {
        return uploadId.isEmpty() ? sha256 : sha256 + "-" + uploadId;
    }
}
