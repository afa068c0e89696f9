package coderbased.client.net;

/** Opens {@link TextSocket}s to one server. Used on the client thread. */
public final class SocketDialer {

    private final ClientContext context;
    private final ClientThread thread;

    public SocketDialer(ClientContext context, ClientThread thread) {
        this.context = context;
        this.thread = thread;
    }

    /** Starts to connect; {@code listener} receives the events. */
    TextSocket dial(String path, TextSocket.Listener listener) {
        LiveTextSocket socket = new LiveTextSocket(context, thread, listener);
        socket.connect(path);
        return socket;
    }

    /** Runs {@code late} after the server's time to answer, unless the subscription is closed before. */
    Subscription deadline(Runnable late) {
        return thread.after(context.timing().answerWithin(), late);
    }
}
