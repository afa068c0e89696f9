package coderbased.client.net;

import coderbased.protocol.CloseCode;
import coderbased.protocol.Wire;
import org.jspecify.annotations.Nullable;

/**
 * One socket from dialling to its single end: the common part of {@code GuestConnection} and {@code ChatConnection}.
 * Used on the client thread.
 *
 * @param <M> type of the server's messages
 */
public abstract class Connection<M> implements TextSocket.Listener {

    private final SocketDialer dialer;
    private final String path;
    private final Class<M> language;
    private @Nullable TextSocket socket;
    private @Nullable Subscription deadline;
    private boolean over;

    /** @param language type that the server's messages are parsed as */
    protected Connection(SocketDialer dialer, String path, Class<M> language) {
        this.dialer = dialer;
        this.path = path;
        this.language = language;
    }

    /** Handles a message of the server. */
    protected abstract void heard(M message);

    /** Handles the loss of the connection. Last call. */
    protected abstract void gone(Disconnection lost);

    public final void open() {
        deadline = dialer.deadline(() -> lose(Disconnection.because(Sentences.noAnswer())));
        socket = dialer.dial(path, this);
    }

    /** Closes the connection without calling the listener. */
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
        } catch (Wire.Malformed _) {
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

    /** Stops the deadline for the server's first message. */
    protected final void inTime() {
        if (deadline != null) {
            deadline.close();
        }
    }

    /** Closes the connection because of a message that is not allowed now, or ever. */
    protected final void refuse() {
        close(CloseCode.BAD_MESSAGE);
        gone(Disconnection.because(Sentences.notUnderstood()));
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
