package coderbased.client.files;

import coderbased.protocol.Protocol;
import java.time.Duration;

/**
 * How many bytes the next piece of a file has: begins small, so that a slow line gets through and progress shows, and
 * grows while pieces are quick, so that a fast line is not kept waiting for answers.
 */
final class PieceSize {

    private static final int SMALLEST = 16 * 1024;
    private static final int FIRST = 64 * 1024;
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private int bytes = FIRST;

    int bytes() {
        return bytes;
    }

    /** A piece arrived after that time. */
    void arrived(Duration after) {
        if (after.compareTo(QUICK) < 0) {
            bytes = Math.min(Protocol.MAX_PIECE_BYTES, bytes * 2);
        } else if (after.compareTo(SLOW) > 0) {
            failed();
        }
    }

    /** A piece did not arrive. */
    void failed() {
        bytes = Math.max(SMALLEST, bytes / 2);
    }
}
