package coderbased.files;

import java.time.Duration;

/**
 * Limits on the cost of files.
 *
 * @param bytesPerAccount the bytes that an account may have on the server: files in its messages, and uploads
 * @param openUploads the number of incomplete uploads that an account may have
 * @param concurrentCalls the number of pieces and downloads that an account may have under way
 * @param pieceTimeout the longest time that one piece may take
 * @param retention the time after which an upload that no message carries, and bytes that nobody uses, are forgotten
 */
public record FileLimits(
        long bytesPerAccount, int openUploads, int concurrentCalls, Duration pieceTimeout, Duration retention) {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    /** Returns the default limits. */
    public static FileLimits standard() {
        return new FileLimits(2 * GIGABYTE, 20, 8, Duration.ofMinutes(2), Duration.ofDays(1));
    }

    /** Returns the same limits with another number of bytes per account. */
    public FileLimits withBytesPerAccount(long bytes) {
        return new FileLimits(bytes, openUploads, concurrentCalls, pieceTimeout, retention);
    }

    /** Returns the same limits with other numbers of uploads and calls under way. */
    public FileLimits withConcurrency(int uploads, int calls) {
        return new FileLimits(bytesPerAccount, uploads, calls, pieceTimeout, retention);
    }
}
