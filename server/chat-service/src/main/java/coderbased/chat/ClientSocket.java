package coderbased.chat;

import coderbased.http.CallerAddress;
import coderbased.http.Callers;
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

/** One WebSocket of Javalin and Jetty. */
final class ClientSocket implements Transport {

    private static final String CONNECTION = "connection";

    private final Session session;
    private final CallerAddress address;

    private ClientSocket(Session session, CallerAddress address) {
        this.session = session;
        this.address = address;
    }

    /**
     * Serves a path: each socket becomes a {@link ClientConnection} that {@code open} makes. A socket that closed
     * before it was opened never becomes one, and later callbacks about it are ignored.
     */
    static void serve(WsConfig path, Callers callers, Function<Transport, ClientConnection> open) {
        path.onConnect(socket -> begin(socket.session, callers)
                .ifPresentOrElse(
                        transport -> socket.attribute(CONNECTION, open.apply(transport)), socket.session::disconnect));
        path.onMessage(message -> connection(message).ifPresent(connection -> connection.received(message.message())));
        path.onBinaryMessage(message -> connection(message)
                .ifPresent(connection -> connection.end(CloseCode.BAD_MESSAGE, "Only text frames are accepted here.")));
        path.onClose(socket -> connection(socket).ifPresent(ClientConnection::closed));
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
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
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
        // Sets no idle time-out: the heartbeat finds connections that died.
        session.setIdleTimeout(Duration.ZERO);
        session.setMaxTextMessageSize(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        session.setMaxBinaryMessageSize(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        // Reads the address now, because Jetty forgets it when the connection ends.
        return session.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Optional.of(new ClientSocket(session, callers.of(remote.getAddress(), name -> header(session, name))))
                : Optional.empty();
    }

    private static List<String> header(Session session, String name) {
        return session.getUpgradeRequest().getHeaders().getOrDefault(name, List.of());
    }

    private static Optional<ClientConnection> connection(WsContext socket) {
        return Optional.ofNullable(socket.attribute(CONNECTION));
    }
}
