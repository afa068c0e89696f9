package coderbased.chat;

/**
 * How fast one socket talks. It may say so much at once, and as much more with every second as is listed here. Counted is what
 * comes in on the wire, pings and pieces of messages too: of those nobody else hears. For one thread.
 */
final class SocketRateLimit {

    /** Far above what a device in a hurry says, far below what costs the server anything. */
    private static final Rate FRAMES = new Rate(5_000, 1_000);

    private static final Rate BYTES = new Rate(16L * 1024 * 1024, 2L * 1024 * 1024);
    private static final double NANOS = 1e9;

    private final Transport line;
    private final Credit frames;
    private final Credit bytes;

    /**
     * What may come.
     *
     * @param atOnce after a while of silence
     * @param perSecond in the long run
     */
    record Rate(long atOnce, long perSecond) {}

    SocketRateLimit(Transport line) {
        this(line, FRAMES, BYTES);
    }

    SocketRateLimit(Transport line, Rate frames, Rate bytes) {
        this.line = line;
        this.frames = new Credit(frames);
        this.bytes = new Credit(bytes);
    }

    /** Whether it was kept since the last look; {@code nanos} is a clock that only goes forward. */
    boolean isKept(long nanos) {
        boolean fewEnough = frames.covers(line.framesIn(), nanos);
        boolean smallEnough = bytes.covers(line.bytesIn(), nanos);
        return fewEnough && smallEnough;
    }

    /** What may still come of one thing. */
    private static final class Credit {

        private final Rate rate;
        private double left;
        private long seen;
        private long lookedAt;
        private boolean began;

        Credit(Rate rate) {
            this.rate = rate;
            this.left = rate.atOnce();
        }

        boolean covers(long total, long nanos) {
            double earned = began ? (nanos - lookedAt) / NANOS * rate.perSecond() : 0;
            left = Math.min((double) rate.atOnce(), left + earned) - (double) (total - seen);
            seen = total;
            lookedAt = nanos;
            began = true;
            return left >= 0;
        }
    }
}
