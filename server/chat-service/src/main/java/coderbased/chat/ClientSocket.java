package coderbased.chat;

import coderbased.auth.CallerAddress;
import coderbased.auth.Callers;
import coderbased.protocol.CloseCode;
import coderbased.protocol.Protocol;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/** One WebSocket as Javalin and Jetty hold it. */
final class ClientSocket implements Transport {

    private static final String PEER = "peer";

    private final Session session;
    private final CallerAddress address;

    private ClientSocket(Session session, CallerAddress address) {
        this.session = session;
        this.address = address;
    }

    /**
     * Serves a path: each connection becomes a {@link ClientConnection} that {@code open} makes. One that was over before it was
     * opened never becomes one, and whatever Jetty still says of it is nobody's.
     */
    static void serve(WsConfig path, Callers callers, Function<Transport, ClientConnection> open) {
        path.onConnect(socket -> begin(socket.session, callers)
                .ifPresentOrElse(line -> socket.attribute(PEER, open.apply(line)), socket.session::disconnect));
        path.onMessage(message -> peer(message).ifPresent(peer -> peer.received(message.message())));
        path.onBinaryMessage(message -> peer(message)
                .ifPresent(peer -> peer.end(CloseCode.BAD_MESSAGE, "Only text frames are accepted here.")));
        path.onClose(socket -> peer(socket).ifPresent(ClientConnection::closed));
        path.onError(socket -> {});
    }

    @Override
    public CallerAddress address() {
        return address;
    }

    @Override
    public void send(String text) throws IOException {
        Callback.Completable written = new Callback.Completable();
        session.sendText(text, written);
        try {
            written.join();
        } catch (CompletionException gone) {
            throw new IOException(gone.getCause());
        }
    }

    @Override
    public void ping() {
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    @Override
    public long bytesIn() {
        return connection().getBytesIn();
    }

    @Override
    public long framesIn() {
        return connection().getMessagesIn();
    }

    @Override
    public void accept(int bytes) {
        session.setMaxTextMessageSize(bytes);
    }

    @Override
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }

    @Override
    public void cut() {
        session.disconnect();
    }

    private WebSocketConnection connection() {
        return ((WebSocketCoreSession) ((WebSocketSession) session).getCoreSession()).getConnection();
    }

    private static Optional<Transport> begin(Session session, Callers callers) {
        // Nobody is thrown out for being silent: the heartbeat finds out who is gone.
        session.setIdleTimeout(Duration.ZERO);
        session.setMaxTextMessageSize(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        session.setMaxBinaryMessageSize(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        // Of a connection that is over, Jetty does not know the address any more; so it is read now, once.
        return session.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Optional.of(new ClientSocket(session, callers.of(remote.getAddress(), name -> header(session, name))))
                : Optional.empty();
    }

    private static List<String> header(Session session, String name) {
        return session.getUpgradeRequest().getHeaders().getOrDefault(name, List.of());
    }

    private static Optional<ClientConnection> peer(WsContext socket) {
        return Optional.ofNullable(socket.attribute(PEER));
    }
}
