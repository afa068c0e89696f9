package coderbased.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Somebody fetches a file; to be closed when it is over. */
record Download(KeptFile file, SeekableByteChannel bytes, Turns.Turn turn) implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    /** Sends some of the bytes; an {@link IOException} may be the receiver's as well as the disk's. */
    void send(ByteRange range, OutputStream to) throws IOException {
        bytes.position(range.first());
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long left = range.length();
        while (left > 0) {
            chunk.clear().limit((int) Math.min(CHUNK, left));
            int n = bytes.read(chunk);
            if (n < 0) {
                throw new IOException("a kept file is shorter than it was");
            }
            to.write(chunk.array(), 0, n);
            left -= n;
        }
    }

    @Override
    public void close() throws IOException {
        turn.close();
        bytes.close();
    }
}
