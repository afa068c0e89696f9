package coderbased.auth.session;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A session in use for longer than a call is decided: while a file comes or goes. Once the session ends or is frozen,
 * nothing more is read or written. Thread-safe; to be closed when the use is over.
 */
public final class SessionHold implements AutoCloseable {

    private final BooleanSupplier unknown;
    private final Consumer<SessionHold> whenClosed;
    private volatile boolean cut;

    /** @param unknown true while nobody can say whose session is good */
    public SessionHold(BooleanSupplier unknown, Consumer<SessionHold> whenClosed) {
        this.unknown = unknown;
        this.whenClosed = whenClosed;
    }

    /** The session ended or was frozen. */
    public void cut() {
        cut = true;
    }

    /** Returns the same bytes; reading fails once the session may not be used, at its last byte too. */
    public InputStream guard(InputStream from) {
        return new FilterInputStream(from) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                require();
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                require();
                return count;
            }
        };
    }

    /** Returns the same target; writing fails once the session may not be used. */
    public OutputStream guard(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(int next) throws IOException {
                require();
                out.write(next);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                require();
                out.write(bytes, offset, length);
            }
        };
    }

    private void require() throws IOException {
        if (cut || unknown.getAsBoolean()) {
            throw new IOException("the session was cut while a file was on its way");
        }
    }

    @Override
    public void close() {
        whenClosed.accept(this);
    }
}
