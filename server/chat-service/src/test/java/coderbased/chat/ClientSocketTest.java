package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertSame;

import coderbased.http.CallerAddress;
import coderbased.protocol.CloseCode;
import coderbased.testing.Deadlines;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Behavior;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.ExtensionStack;
import org.eclipse.jetty.websocket.core.Negotiated;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of one socket. */
final class ClientSocketTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<ClientConnection> gone = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    /** A write of the first message may fail, and close the socket, before its connection is known. */
    @Test
    void socketThatClosesWhileItOpensIsGone() throws Exception {
        AtomicReference<ClientSocket> self = new AtomicReference<>();
        AtomicReference<ClientConnection> made = new AtomicReference<>();
        ClientSocket socket = new ClientSocket(CallerAddress.UNKNOWN, transport -> {
            ClientConnection connection = connection(transport);
            made.set(connection);
            self.get().onClosed(CloseStatus.NORMAL_STATUS, Callback.NOOP);
            return connection;
        });
        self.set(socket);
        socket.onOpen(session(socket), Callback.NOOP);
        assertSame(made.get(), gone.poll(Deadlines.seconds(10), TimeUnit.SECONDS));
    }

    private ClientConnection connection(Transport transport) {
        ChatContext context = new ChatContext("N0DE", Clock.systemUTC(), new SecureRandom(), timer);
        ClientConnection connection = new ClientConnection(
                transport, ChatLimits.standard(), context, new QueueBudget(Long.MAX_VALUE), gone::add);
        connection.start(new ConnectionHandler() {
            @Override
            public void opened() {
                connection.end(CloseCode.NORMAL, "over");
            }

            @Override
            public void received(String text) {}

            @Override
            public void gone() {}
        });
        return connection;
    }

    private static WebSocketCoreSession session(ClientSocket socket) {
        WebSocketComponents components = new WebSocketComponents();
        ExtensionStack extensions = new ExtensionStack(components, Behavior.SERVER);
        extensions.negotiate(List.of(), List.of());
        Negotiated negotiated = new Negotiated(URI.create("ws://localhost/"), null, false, extensions, "13");
        return new WebSocketCoreSession(socket, Behavior.SERVER, negotiated, components);
    }
}
