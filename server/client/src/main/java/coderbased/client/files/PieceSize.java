package coderbased.client.files;

import coderbased.protocol.Protocol;
import java.time.Duration;

/**
 * Size of the next piece of a file, in bytes. It starts small, so that a slow connection makes progress, and grows
 * while pieces are quick, so that a fast one does not wait for answers.
 */
final class PieceSize {

    private static final int MIN_BYTES = 16 * 1024;
    private static final int FIRST_BYTES = 64 * 1024;
    private static final Duration QUICK_TIME = Duration.ofSeconds(1);
    private static final Duration SLOW_TIME = Duration.ofSeconds(4);

    private int bytes = FIRST_BYTES;

    int bytes() {
        return bytes;
    }

    /** Records that a piece arrived after {@code after}. */
    void arrived(Duration after) {
        if (after.compareTo(QUICK_TIME) < 0) {
            bytes = Math.min(Protocol.MAX_PIECE_BYTES, bytes * 2);
        } else if (after.compareTo(SLOW_TIME) > 0) {
            failed();
        }
    }

    /** Records that a piece failed. */
    void failed() {
        bytes = Math.max(MIN_BYTES, bytes / 2);
    }
}
