package coderbased.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A download of a file; the caller closes it at its end. */
record Download(KeptFile file, SeekableByteChannel bytes, Turns.Turn turn) implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    /** Sends some of the bytes. An {@link IOException} may come from the receiver as well as from the disk. */
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
