package coderbased.client.files;

/**
 * The progress of a file that is sent or fetched.
 *
 * @param done bytes
 * @param total bytes
 * @param waiting true if it stands still until there is a connection again
 */
public record Transfer(long done, long total, boolean waiting) {

    /** Returns the progress of a transfer to which no server has answered yet. */
    public static Transfer begun(long total) {
        return new Transfer(0, total, false);
    }
}
