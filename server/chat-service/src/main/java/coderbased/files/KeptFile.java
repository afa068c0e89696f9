package coderbased.files;

/**
 * Bytes that somebody may fetch.
 *
 * @param copy which of them
 * @param size in bytes
 * @param name what whoever sent them calls them
 */
public record KeptFile(FileCopy copy, long size, String name) {

    /** Leaves the name out: what people send is nobody's log line. */
    @Override
    public String toString() {
        return "KeptFile[" + size + " bytes]";
    }
}
