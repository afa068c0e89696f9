package coderbased.files;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Reads pieces off the network, whole or not at all. One that comes too slowly is given up: a single byte now and then would
 * keep a connection alive for ever.
 */
final class Pieces {

    private static final int CHUNK = 16 * 1024;

    private final Duration within;
    private final LongSupplier nanos;

    /** @param nanos a clock that only ever goes forward, as {@link System#nanoTime} */
    Pieces(Duration within, LongSupplier nanos) {
        this.within = within;
        this.nanos = nanos;
    }

    /**
     * All that comes, which must not be more than {@link Protocol#MAX_PIECE_BYTES}.
     *
     * @throws FileRefused where it is too much, or too slow
     * @throws IOException where the caller hung up
     */
    byte[] read(InputStream body) throws IOException {
        long begun = nanos.getAsLong();
        // Grows with what comes: who sends little costs little.
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            piece.write(chunk, 0, n);
            if (piece.size() > Protocol.MAX_PIECE_BYTES) {
                throw FileRefused.because(
                        ErrorCode.TOO_BIG, "A piece of a file has at most " + Protocol.MAX_PIECE_BYTES + " bytes.");
            }
            if (nanos.getAsLong() - begun > within.toNanos()) {
                throw FileRefused.because(
                        ErrorCode.TRY_LATER, "The file comes too slowly. Try again, in smaller pieces.");
            }
        }
        return piece.toByteArray();
    }
}
