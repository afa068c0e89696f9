package coderbased.files;

/**
 * A file that a device may download.
 *
 * @param copy its copy in the store
 * @param size in bytes
 * @param name the name that the sender gave it
 */
public record KeptFile(FileCopy copy, long size, String name) {

    /** Leaves the name out: names that people choose never reach the log. */
    @Override
    public String toString() {
        return "KeptFile[" + size + " bytes]";
    }
}
