package coderbased.files;

/**
 * Bytes that somebody may fetch.
 *
 * @param sha256 of them, in lower-case hex
 * @param size in bytes
 * @param name what whoever sent them calls them
 */
public record KeptFile(String sha256, long size, String name) {

    /** Leaves the name out: what people send is nobody's log line. */
    @Override
    public String toString() {
        return "KeptFile[" + size + " bytes]";
    }
}
