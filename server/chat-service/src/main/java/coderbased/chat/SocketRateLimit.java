package coderbased.chat;

/**
 * The rate limit of one socket. It counts what comes in on the wire, pings and fragments of messages included, because
 * nothing else counts those. For one thread.
 */
final class SocketRateLimit {

    /** Far above what a device sends in a rush, far below what costs the server anything. */
    private static final Rate FRAMES = new Rate(5_000, 1_000);

    private static final Rate BYTES = new Rate(16L * 1024 * 1024, 2L * 1024 * 1024);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Transport transport;
    private final Credit frames;
    private final Credit bytes;

    /**
     * A rate of incoming frames or bytes.
     *
     * @param burst the number that may come after a while of silence
     * @param perSecond the number that may come per second in the long run
     */
    record Rate(long burst, long perSecond) {}

    SocketRateLimit(Transport transport) {
        this(transport, FRAMES, BYTES);
    }

    SocketRateLimit(Transport transport, Rate frames, Rate bytes) {
        this.transport = transport;
        this.frames = new Credit(frames);
        this.bytes = new Credit(bytes);
    }

    /** True if the limit was kept since the last call; {@code nanos} is a monotonic clock. */
    boolean isKept(long nanos) {
        boolean fewEnough = frames.covers(transport.framesIn(), nanos);
        boolean smallEnough = bytes.covers(transport.bytesIn(), nanos);
        return fewEnough && smallEnough;
    }

    /** The remaining allowance of one rate. */
    private static final class Credit {

        private final Rate rate;
        private double left;
        private long seen;
        private long lookedAt;
        private boolean began;

        Credit(Rate rate) {
            this.rate = rate;
            this.left = rate.burst();
        }

        boolean covers(long total, long nanos) {
            double earned = began ? (nanos - lookedAt) / NANOS_PER_SECOND * rate.perSecond() : 0;
            left = Math.min((double) rate.burst(), left + earned) - (double) (total - seen);
            seen = total;
            lookedAt = nanos;
            began = true;
            return left >= 0;
        }
    }
}
