package coderbased.client;

import coderbased.protocol.CloseCode;
import coderbased.protocol.Protocol;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link TextSocket} by Tyrus, the only class that knows it.
 *
 * <p>Connecting and closing may block and go to virtual threads; Tyrus's workers hand each event to the client's own
 * thread, once and in order. All connections share one transport: by default each would bring three threads.
 */
final class TyrusSocket implements TextSocket, Heartbeat.Patient {

    private static final Logger LOG = LoggerFactory.getLogger(TyrusSocket.class);

    /** A page of messages, each as long as a frame may be. */
    private static final int LONGEST_MESSAGE = Protocol.BATCH_SIZE * Protocol.MAX_FRAME_BYTES;

    private final ServerAddress server;
    private final ClientThread thread;
    private final Timing timing;
    private final Listener listener;
    private final Heartbeat heartbeat;
    private @Nullable Session session;
    private boolean over;

    TyrusSocket(Surroundings surroundings, ClientThread thread, Listener listener) {
        this.server = surroundings.server();
        this.timing = surroundings.timing();
        this.thread = thread;
        this.listener = listener;
        this.heartbeat = new Heartbeat(thread, surroundings.clock(), timing.ping(), this);
    }

    void connect(String path) {
        Thread.ofVirtual().name("dial " + path).start(() -> dial(path));
    }

    @Override
    public void send(String text) {
        if (session == null) {
            return;
        }
        try {
            session.getAsyncRemote().sendText(text, sent -> {
                if (!sent.isOK()) {
                    thread.execute(() -> end(Lost.because(Sentences.CONNECTION_LOST)));
                }
            });
        } catch (IllegalStateException closedMeanwhile) {
            // Whoever sends is in the middle of something: the end is told afterwards.
            thread.execute(() -> end(Lost.because(Sentences.CONNECTION_LOST)));
        }
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
        try {
            if (session != null) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | IllegalStateException gone) {
            end(Lost.because(Sentences.CONNECTION_LOST));
        }
    }

    @Override
    public void dead() {
        end(Lost.because(Sentences.NO_ANSWER));
    }

    private void dial(String path) {
        try {
            ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                    .configurator(new NoOrigin())
                    .build();
            manager().connectToServer(new Events(), config, server.socket(path));
        } catch (DeploymentException | IOException | RuntimeException refused) {
            String trouble = trouble(refused);
            thread.execute(() -> end(Lost.because(trouble)));
        }
    }

    private ClientManager manager() {
        ClientManager manager = ClientManager.createClient();
        manager.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
        manager.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, (int)
                timing.answerWithin().toMillis());
        manager.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, LONGEST_MESSAGE);
        manager.setDefaultMaxTextMessageBufferSize(LONGEST_MESSAGE);
        return manager;
    }

    private String trouble(Exception refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandshakeException handshake) {
                return Sentences.notOurs(server, handshake.getHttpStatusCode());
            }
        }
        return Sentences.cannotConnect(server, refused);
    }

    private void opened(Session opened) {
        if (over) {
            hangUp(opened, CloseCode.NORMAL);
            return;
        }
        session = opened;
        heartbeat.start();
        listener.opened();
    }

    private void heard(String text) {
        if (!over) {
            heartbeat.heard();
            listener.text(text);
        }
    }

    private void end(Lost lost) {
        if (!over) {
            close(CloseCode.NORMAL);
            listener.ended(lost);
        }
    }

    private static void hangUp(Session session, CloseCode code) {
        Thread.ofVirtual().name("hang up").start(() -> {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), null));
            } catch (IOException | IllegalStateException already) {
                LOG.debug("the connection was closed already");
            }
        });
    }

    /** Tyrus claims an origin as browsers do, which a server refuses whose list it is not on; no page speaks here. */
    private static final class NoOrigin extends ClientEndpointConfig.Configurator {

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            headers.remove("Origin");
        }
    }

    /** Tyrus's side: hops, and nothing else. */
    private final class Events extends Endpoint {

        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            thread.execute(() -> opened(opened));
            opened.addMessageHandler(String.class, new MessageHandler.Whole<>() {
                @Override
                public void onMessage(String text) {
                    thread.execute(() -> heard(text));
                }
            });
            opened.addMessageHandler(PongMessage.class, new MessageHandler.Whole<>() {
                @Override
                public void onMessage(PongMessage pong) {
                    thread.execute(heartbeat::heard);
                }
            });
        }

        @Override
        public void onClose(Session closed, CloseReason reason) {
            int number = reason.getCloseCode().getCode();
            thread.execute(() -> end(Lost.closed(number)));
        }

        @Override
        public void onError(Session broken, Throwable why) {
            LOG.debug("the connection broke", why);
            thread.execute(() -> end(Lost.because(Sentences.CONNECTION_LOST)));
        }
    }
}
