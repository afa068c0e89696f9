package coderbased.files;

import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Reader of pieces from the network, each as a whole or not at all. A slow piece is given up: one byte now and then
 * would keep a connection alive for ever. The heap bounds all pieces in memory together. Thread-safe.
 */
final class Pieces {

    private static final int CHUNK = 16 * 1024;
    private static final int HEAP_PER_BYTE = 16;

    private final Duration within;
    private final LongSupplier nanos;
    private final long maxHeld;
    private final AtomicLong held = new AtomicLong();

    /**
     * @param maxHeld the number of bytes of pieces that may be in memory for all callers together
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     */
    Pieces(Duration within, long maxHeld, LongSupplier nanos) {
        this.within = within;
        this.maxHeld = maxHeld;
        this.nanos = nanos;
    }

    /**
     * Returns how many bytes of pieces fit into a heap of that many bytes. A growing piece takes three times its size.
     */
    static long room(long heap) {
        return Math.max(heap / HEAP_PER_BYTE, Protocol.MAX_PIECE_BYTES);
    }

    /**
     * Reads the whole body, which must not exceed {@link Protocol#MAX_PIECE_BYTES}.
     *
     * @param use consumes the piece, which counts as held until then
     * @throws FileRefused if the piece is too large or too slow, or if too many come at a time
     * @throws IOException if the caller hung up
     */
    <T> T read(InputStream body, Function<byte[], T> use) throws IOException {
        AtomicLong mine = new AtomicLong();
        try {
            return use.apply(read(body, mine));
        } finally {
            held.addAndGet(-mine.get());
        }
    }

    private byte[] read(InputStream body, AtomicLong mine) throws IOException {
        long begun = nanos.getAsLong();
        // Grows with the bytes received: a small piece costs little.
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            mine.addAndGet(n);
            if (held.addAndGet(n) > maxHeld) {
                throw FileRefused.because(ProblemReason.SERVER_FILES_AT_ONCE);
            }
            piece.write(chunk, 0, n);
            if (piece.size() > Protocol.MAX_PIECE_BYTES) {
                throw FileRefused.because(ProblemReason.FILE_PIECE_LENGTH, "maxBytes", Protocol.MAX_PIECE_BYTES);
            }
            if (nanos.getAsLong() - begun > within.toNanos()) {
                throw FileRefused.because(ProblemReason.FILE_TOO_SLOW);
            }
        }
        return piece.toByteArray();
    }
}
