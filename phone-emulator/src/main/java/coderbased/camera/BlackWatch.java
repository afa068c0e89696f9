package coderbased.camera;

import coderbased.qr.picture.Frame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Notices a covered camera: one whose picture has been black all over for a while. A dark room is not black; noise
 * and some light remain there.
 */
final class BlackWatch {

    private static final int SAMPLES = 4_000;
    private static final int BLACK = 12;

    private final InstantSource clock;
    private final Duration limit;
    private @Nullable Instant since;

    BlackWatch(InstantSource clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** True if the pictures up to this one have been black for long enough to say so. */
    boolean isCovered(Frame frame) {
        if (!isBlack(frame)) {
            since = null;
            return false;
        }
        Instant now = clock.instant();
        if (since == null) {
            since = now;
        }
        return !now.isBefore(since.plus(limit));
    }

    private static boolean isBlack(Frame frame) {
        int bytes = frame.format().bytes();
        int step = Math.max(1, frame.width() * frame.height() / SAMPLES);
        for (int pixel = 0; pixel < frame.width() * frame.height(); pixel += step) {
            int at = pixel / frame.width() * frame.stride() + pixel % frame.width() * bytes;
            // the middle byte is green, or the only one: bright wherever anything is
            if ((frame.pixels()[at + bytes / 2] & 0xFF) > BLACK) {
                return false;
            }
        }
        return true;
    }
}
