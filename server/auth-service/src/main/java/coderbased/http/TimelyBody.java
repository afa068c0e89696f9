package coderbased.http;

import coderbased.protocol.ProblemReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A call's body, which must arrive in time: a caller that sends a byte now and then would hold a connection for ever at
 * no cost.
 */
public final class TimelyBody extends FilterInputStream {

    /** Time that any body may take. */
    static final Duration MIN_TIMEOUT = Duration.ofSeconds(10);

    /** A longer one may take longer, at this speed: slower than the slowest of mobile networks. */
    static final long BYTES_PER_SECOND = 1_000;

    private static final long NANOS = 1_000_000_000;

    private final LongSupplier nanos;
    private final long begun;
    private long bytes;

    /** @param nanos a clock that only goes forward */
    public TimelyBody(InputStream content, LongSupplier nanos) {
        super(content);
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Returns the time that a body may take after that many bytes. */
    public static Duration allowed(long bytes) {
        return MIN_TIMEOUT.plusNanos(bytes * NANOS / BYTES_PER_SECOND);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        came(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        came(Math.max(0, count));
        return count;
    }

    private void came(int count) {
        bytes += count;
        if (nanos.getAsLong() - begun > allowed(bytes).toNanos()) {
            throw new CallRefused(ProblemReason.BODY_TOO_SLOW.problem());
        }
    }
}
