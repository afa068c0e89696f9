package coderbased.client.net;

import coderbased.protocol.CloseCode;
import coderbased.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * One socket from dialling to its end, which comes once: what a {@code GuestConnection} and a {@code ChatConnection}
 * have in common. Used on the client's own thread.
 *
 * @param <M> what the server says on it
 */
public abstract class Connection<M> implements TextSocket.Listener {

    private final SocketDialer dialer;
    private final String path;
    private final Class<M> language;
    private @Nullable TextSocket socket;
    private @Nullable Subscription deadline;
    private boolean over;

    /** @param language what the server's words are read as */
    protected Connection(SocketDialer dialer, String path, Class<M> language) {
        this.dialer = dialer;
        this.path = path;
        this.language = language;
    }

    /** The server said something. */
    protected abstract void heard(M message);

    /** The connection is gone; nothing more is heard on it. */
    protected abstract void gone(Disconnection lost);

    public final void open() {
        deadline = dialer.deadline(() -> lose(Disconnection.because(Sentences.NO_ANSWER)));
        socket = dialer.dial(path, this);
    }

    /** Ends it without another call to anybody. */
    public final void close() {
        close(CloseCode.NORMAL);
    }

    @Override
    public void opened() {}

    @Override
    public final void text(String text) {
        if (over) {
            return;
        }
        try {
            heard(Wire.read(text, language));
        } catch (Wire.Malformed foreign) {
            refuse();
        }
    }

    @Override
    public final void ended(Disconnection lost) {
        lose(lost);
    }

    protected final boolean isOver() {
        return over;
    }

    protected final void say(Object message) {
        if (socket != null) {
            socket.send(Wire.write(message));
        }
    }

    /** The server did in time what it had to do first. */
    protected final void inTime() {
        if (deadline != null) {
            deadline.close();
        }
    }

    /** The server said what it can not say now, or at all. */
    protected final void refuse() {
        close(CloseCode.BAD_MESSAGE);
        gone(Disconnection.because(Sentences.NOT_UNDERSTOOD));
    }

    protected final void lose(Disconnection lost) {
        if (!over) {
            close();
            gone(lost);
        }
    }

    protected final void close(CloseCode code) {
        over = true;
        inTime();
        if (socket != null) {
            socket.close(code);
        }
    }
}
