package coderbased.files;

/**
 * Bytes that are wholly there, as one upload brought them. Of the same bytes there may be several copies for a while, of which
 * one is in use. A copy that was left never comes into use again, and no other ever has its name: whichever node clears it away,
 * however late, clears away nothing that somebody needs.
 *
 * @param sha256 of the bytes, in lower-case hex
 * @param uploadId empty for bytes that came before copies had names of their own
 */
public record FileCopy(String sha256, String uploadId) {

    /** What it is kept as; begins with the hash. */
    public String name() {
        return uploadId.isEmpty() ? sha256 : sha256 + "-" + uploadId;
    }
}
