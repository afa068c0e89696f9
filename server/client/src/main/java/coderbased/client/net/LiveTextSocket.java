package coderbased.client.net;

import coderbased.protocol.CloseCode;
import coderbased.protocol.Protocol;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.ThreadPoolConfig;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link TextSocket} by Tyrus, the only class that knows it.
 *
 * <p>All connections share one Tyrus container; by default each connection would start three threads. Connecting and
 * closing may block, so both run on virtual threads. Tyrus workers pass each event to the client thread, in order. A
 * worker blocks while {@value #MAX_IN_FLIGHT} frames wait for that thread, and Tyrus then reads no more from the
 * network.
 *
 * <p>Tyrus does not notice a server that dies during the handshake. {@link Timing#handshakeWithin} bounds that wait. A
 * proxy comes from the system's {@link java.net.ProxySelector}, trust in a TLS certificate from
 * {@link ServerTrust}.
 */
final class LiveTextSocket implements TextSocket, Heartbeat.Patient {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTextSocket.class);

    /** Longest message in bytes: a page of messages, each as long as a frame may be. */
    private static final int MAX_MESSAGE_BYTES = Protocol.BATCH_SIZE * Protocol.MAX_FRAME_BYTES;

    /** Longest header of a frame from a server (RFC 6455 section 5.2). */
    private static final int FRAME_HEADER_BYTES = 10;

    /** Frames that may wait between the network and the client thread. */
    private static final int MAX_IN_FLIGHT = 64;

    /** Threads of the shared container. A connection holds one only while it reads. */
    private static final int MAX_WORKERS = 256;

    private final ServerTrust trust;
    private final ServerAddress server;
    private final ClientThread thread;
    private final Timing timing;
    private final Listener listener;
    private final Heartbeat heartbeat;
    private final Deque<String> unsent = new ArrayDeque<>();
    private @Nullable Session session;
    private boolean sending;
    private boolean over;

    LiveTextSocket(ClientContext context, ClientThread thread, Listener listener) {
        this.trust = context.trust();
        this.server = trust.server();
        this.timing = context.timing();
        this.thread = thread;
        this.listener = listener;
        this.heartbeat = new Heartbeat(thread, context.clock(), timing.ping(), this);
    }

    void connect(String path) {
        Thread.ofVirtual().name("dial " + path).start(() -> dial(path));
    }

    @Override
    public void send(String text) {
        unsent.add(text);
        sendNext();
    }

    @Override
    public void close(CloseCode code) {
        if (over) {
            return;
        }
        over = true;
        heartbeat.stop();
        if (session != null) {
            hangUp(session, code);
        }
    }

    @Override
    public void ping() {
        if (session == null) {
            return;
        }
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Could not send a ping", e);
        }
    }

    @Override
    public void dead() {
        end(Disconnection.because(Sentences.noAnswer()));
    }

    private void dial(String path) {
        try {
            ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                    .configurator(new NoOrigin())
                    .sslContext(trust.context())
                    .build();
            manager(timing).connectToServer(new Events(), config, server.socket(path));
        } catch (DeploymentException | IOException | RuntimeException e) {
            Disconnection why = notOpened(e);
            thread.execute(() -> end(why));
        }
    }

    private static ClientManager manager(Timing timing) {
        ClientManager manager = ClientManager.createClient();
        Map<String, Object> properties = manager.getProperties();
        properties.put(ClientProperties.SHARED_CONTAINER, true);
        properties.put(
                ClientProperties.WORKER_THREAD_POOL_CONFIG,
                ThreadPoolConfig.defaultConfig()
                        .setPoolName("sockets")
                        .setDaemon(true)
                        .setMaxPoolSize(MAX_WORKERS));
        properties.put(ClientProperties.HANDSHAKE_TIMEOUT, (int)
                timing.handshakeWithin().toMillis());
        properties.put(ClientProperties.INCOMING_BUFFER_SIZE, MAX_MESSAGE_BYTES + FRAME_HEADER_BYTES);
        manager.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
        return manager;
    }

    /** Sends one message at a time. Waiting messages stay here, where the end of the connection drops them. */
    private void sendNext() {
        if (session == null || sending || unsent.isEmpty()) {
            return;
        }
        sending = true;
        try {
            session.getAsyncRemote().sendText(unsent.remove(), result -> thread.execute(() -> sent(result.isOK())));
        } catch (RuntimeException | Error e) {
            LOG.debug("Could not send a message", e);
            thread.execute(() -> sent(false));
        }
    }

    private void sent(boolean good) {
        sending = false;
        if (good) {
            sendNext();
        } else {
            end(Disconnection.because(Sentences.connectionLost()));
        }
    }

    private Disconnection notOpened(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandshakeException handshake) {
                return Disconnection.because(Sentences.notOurs(server, handshake.getHttpStatusCode()));
            }
            if (cause instanceof ConnectException) {
                return Disconnection.unreached(Sentences.unreachable(server));
            }
        }
        return Disconnection.because(Sentences.cannotConnect(server, refused));
    }

    private void opened(Session opened) {
        if (over) {
            hangUp(opened, CloseCode.NORMAL);
            return;
        }
        session = opened;
        heartbeat.start();
        listener.opened();
        sendNext();
    }

    private void heard(String text) {
        if (!over) {
            heartbeat.heard();
            listener.text(text);
        }
    }

    private void end(Disconnection lost) {
        if (!over) {
            close(CloseCode.NORMAL);
            listener.ended(lost);
        }
    }

    private static void hangUp(Session session, CloseCode code) {
        Thread.ofVirtual().name("hang up").start(() -> {
            try {
                session.close(new CloseReason(CloseCodes.getCloseCode(code.number()), ""));
            } catch (IOException | IllegalStateException e) {
                LOG.debug("The connection was already closed", e);
            }
        });
    }

    /** Removes the {@code Origin} header that Tyrus adds: this is not a web page (RFC 6455 section 10.2). */
    private static final class NoOrigin extends ClientEndpointConfig.Configurator {

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            headers.remove("Origin");
        }
    }

    /** Events from Tyrus: joins the parts of messages and passes them to the client thread. */
    private final class Events extends Endpoint {

        private final Semaphore room = new Semaphore(MAX_IN_FLIGHT);
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            opened.addMessageHandler(
                    String.class, (MessageHandler.Partial<String>) (part, last) -> part(opened, part, last));
            opened.addMessageHandler(
                    PongMessage.class, (MessageHandler.Whole<PongMessage>) _ -> inTurn(heartbeat::heard));
            if (!thread.execute(() -> opened(opened))) {
                hangUp(opened, CloseCode.NORMAL);
            }
        }

        @Override
        public void onClose(Session closed, CloseReason reason) {
            int number = reason.getCloseCode().getCode();
            thread.execute(() -> end(Disconnection.closed(number)));
        }

        @Override
        public void onError(Session broken, Throwable why) {
            LOG.debug("The connection broke", why);
            thread.execute(() -> end(Disconnection.because(Sentences.connectionLost())));
        }

        private void part(Session from, String part, boolean last) {
            parts.append(part);
            if (parts.length() > MAX_MESSAGE_BYTES) {
                thread.execute(() -> end(Disconnection.because(Sentences.notUnderstood())));
                hangUp(from, CloseCode.TOO_BIG);
            } else if (last) {
                String text = parts.toString();
                parts.setLength(0);
                inTurn(() -> heard(text));
            }
        }

        /** Runs a frame's task on the client thread; blocks while {@link #MAX_IN_FLIGHT} of them wait there. */
        private void inTurn(Runnable task) {
            room.acquireUninterruptibly();
            boolean taken = thread.execute(() -> {
                room.release();
                task.run();
            });
            if (!taken) {
                room.release();
            }
        }
    }
}
