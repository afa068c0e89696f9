package coderbased.chat;

import coderbased.http.CallerAddress;
import coderbased.protocol.CloseCode;
import coderbased.protocol.Protocol;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Utf8StringBuilder;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket on Jetty's frames (RFC 6455 section 5). Jetty checks every frame and its place; this class joins
 * fragments to messages and asks for the next frame. Nothing of the request that opened it stays in memory.
 */
final class ClientSocket implements FrameHandler, Transport {

    private final CallerAddress address;
    private final Function<Transport, ClientConnection> open;

    /** Null before the socket is open. */
    private @Nullable WebSocketCoreSession session;

    /** Null until {@link #open} has made it. Guarded by this, as is {@link #closed}. */
    private @Nullable ClientConnection connection;

    private boolean closed;

    /** Null between messages. */
    private @Nullable Utf8StringBuilder message;

    /** True while a pong is under way. Guarded by this, as is {@link #latestPing}. */
    private boolean answering;

    /** Content of the last ping that came meanwhile; null for none. */
    private byte @Nullable [] latestPing;

    /**
     * @param address the address of the client
     * @param open makes the connection when the socket is open
     */
    ClientSocket(CallerAddress address, Function<Transport, ClientConnection> open) {
        this.address = address;
        this.open = open;
    }

    @Override
    public void onOpen(CoreSession core, Callback callback) {
        session = (WebSocketCoreSession) core;
        // Sets no idle time-out: the heartbeat finds connections that died.
        core.setIdleTimeout(Duration.ZERO);
        core.setMaxTextMessageSize(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        callback.succeeded();
        ClientConnection made = open.apply(this);
        if (connect(made)) {
            core.demand();
        } else {
            made.closed();
        }
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        switch (frame.getOpCode()) {
            case OpCode.PING -> answer(frame, callback);
            case OpCode.BINARY -> {
                connection().end(CloseCode.BAD_MESSAGE, "Only text frames are accepted here.");
                next(callback);
            }
            case OpCode.TEXT, OpCode.CONTINUATION -> join(frame, callback);
            case OpCode.CLOSE -> callback.succeeded();
            default -> next(callback);
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        ClientConnection made = disconnect();
        if (made != null) {
            made.closed();
        }
        callback.succeeded();
    }

    @Override
    public CallerAddress address() {
        return address;
    }

    @Override
    public void send(List<String> texts, Consumer<@Nullable Throwable> written) {
        Callback last = Callback.from(() -> written.accept(null), written);
        for (int i = 0; i < texts.size(); i++) {
            boolean more = i < texts.size() - 1;
            session().sendFrame(new Frame(OpCode.TEXT, texts.get(i)), more ? Callback.NOOP : last, more);
        }
    }

    @Override
    public void ping() {
        session().sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
    }

    @Override
    public long bytesIn() {
        return session().getConnection().getBytesIn();
    }

    @Override
    public long framesIn() {
        return session().getConnection().getMessagesIn();
    }

    @Override
    public void accept(int bytes) {
        session().setMaxTextMessageSize(bytes);
    }

    @Override
    public void close(int code, String reason) {
        session().close(code, reason, Callback.NOOP);
    }

    @Override
    public void cut() {
        session().abort();
    }

    private void join(Frame frame, Callback callback) {
        Utf8StringBuilder text = message == null ? new Utf8StringBuilder() : message;
        message = text;
        if (frame.getPayloadLength() + (long) text.length() > session().getMaxTextMessageSize()) {
            callback.failed(new MessageTooLargeException("A message is too long."));
            return;
        }
        ByteBuffer payload = frame.getPayload();
        if (payload != null) {
            text.append(payload);
        }
        if (text.hasCodingErrors()) {
            callback.failed(new BadPayloadException.InvalidUtf8());
            return;
        }
        try {
            if (frame.isFin()) {
                message = null;
                connection().received(text.takeCompleteString(BadPayloadException.InvalidUtf8::new));
            }
        } catch (BadPayloadException e) {
            callback.failed(e);
            return;
        }
        next(callback);
    }

    /** Sets the connection; false if the socket closed while it was made. */
    private synchronized boolean connect(ClientConnection made) {
        connection = made;
        return !closed;
    }

    private synchronized @Nullable ClientConnection disconnect() {
        closed = true;
        return connection;
    }

    /**
     * Answers a ping. A slow reader takes its time for the answer, and what it sends is read meanwhile. Of several
     * pings that come meanwhile, the last is answered (RFC 6455 section 5.5.3).
     */
    private void answer(Frame ping, Callback callback) {
        byte[] content = BufferUtil.toArray(ping.getPayload());
        boolean now;
        synchronized (this) {
            now = !answering;
            latestPing = now ? null : content;
            answering = true;
        }
        if (now) {
            pong(content);
        }
        next(callback);
    }

    private void pong(byte[] content) {
        Callback sent = Callback.from(this::answered, _ -> {});
        session().sendFrame(new Frame(OpCode.PONG, true, ByteBuffer.wrap(content)), sent, false);
    }

    private void answered() {
        byte[] next;
        synchronized (this) {
            next = latestPing;
            latestPing = null;
            answering = next != null;
        }
        if (next != null) {
            pong(next);
        }
    }

    private void next(Callback callback) {
        callback.succeeded();
        session().demand();
    }

    private WebSocketCoreSession session() {
        return Objects.requireNonNull(session, "the socket is not open");
    }

    private synchronized ClientConnection connection() {
        return Objects.requireNonNull(connection, "the socket is not open");
    }
}
