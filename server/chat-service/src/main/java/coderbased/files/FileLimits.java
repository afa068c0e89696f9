package coderbased.files;

import java.time.Duration;

/**
 * What files may cost.
 *
 * @param bytesPerAccount what an account may have on the server: files that its messages carry, and uploads
 * @param openUploads uploads of an account that are not complete
 * @param atOnce pieces and downloads of an account under way
 * @param pieceWithin how long one piece may take
 * @param forget after which time an upload that no message carries is forgotten, and bytes that nobody has a use for
 */
public record FileLimits(long bytesPerAccount, int openUploads, int atOnce, Duration pieceWithin, Duration forget) {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    /** What a server does unless it is told otherwise. */
    public static FileLimits standard() {
        return new FileLimits(2 * GIGABYTE, 20, 8, Duration.ofMinutes(2), Duration.ofDays(1));
    }

    /** The same with another number of bytes per account. */
    public FileLimits withBytesPerAccount(long bytes) {
        return new FileLimits(bytes, openUploads, atOnce, pieceWithin, forget);
    }

    /** The same with other numbers of uploads and calls under way. */
    public FileLimits withAtOnce(int uploads, int calls) {
        return new FileLimits(bytesPerAccount, uploads, calls, pieceWithin, forget);
    }
}
