package coderbased.client;

import coderbased.protocol.CloseCode;
import coderbased.protocol.Protocol;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link TextSocket} by the JDK, the only class that knows its WebSockets.
 *
 * <p>Nothing here blocks. The JDK's workers hand each event to the client's own thread, in order; of what came in, so much
 * waits there and no more, and then the network waits too. A server that goes away in the middle of a handshake is noticed
 * at once, not when the time for an answer is over.
 */
final class LiveTextSocket implements TextSocket, Heartbeat.Patient {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTextSocket.class);

    /** All connections share its threads. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A page of messages, each as long as a frame may be. */
    private static final int LONGEST_MESSAGE = Protocol.BATCH_SIZE * Protocol.MAX_FRAME_BYTES;

    /** How many frames may be on their way from the network to the client's thread. */
    private static final int AHEAD = 64;

    /** How long the server has to answer a goodbye. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ServerAddress server;
    private final ClientThread thread;
    private final Timing timing;
    private final Listener listener;
    private final Heartbeat heartbeat;
    private final Deque<String> unsent = new ArrayDeque<>();
    private @Nullable WebSocket socket;
    private boolean sending;
    private boolean over;

    LiveTextSocket(Surroundings surroundings, ClientThread thread, Listener listener) {
        this.server = surroundings.server();
        this.timing = surroundings.timing();
        this.thread = thread;
        this.listener = listener;
        this.heartbeat = new Heartbeat(thread, surroundings.clock(), timing.ping(), this);
    }

    void connect(String path) {
        HTTP.newWebSocketBuilder()
                .connectTimeout(timing.answerWithin())
                .buildAsync(server.socket(path), new Events())
                .exceptionally(refused -> {
                    thread.execute(() -> end(notOpened(refused)));
                    return null;
                });
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
        if (socket != null) {
            hangUp(socket, code);
        }
    }

    @Override
    public void ping() {
        if (socket != null) {
            // One that does not get out is not answered either, and that is noticed.
            socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    @Override
    public void dead() {
        end(Lost.because(Sentences.NO_ANSWER));
    }

    /** The JDK sends one message at a time. */
    private void sendNext() {
        if (socket == null || sending || unsent.isEmpty()) {
            return;
        }
        sending = true;
        socket.sendText(unsent.remove(), true)
                .whenComplete((sent, notSent) -> thread.execute(() -> {
                    sending = false;
                    if (notSent == null) {
                        sendNext();
                    } else {
                        end(Lost.because(Sentences.CONNECTION_LOST));
                    }
                }));
    }

    private Lost notOpened(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebSocketHandshakeException handshake) {
                return Lost.because(
                        Sentences.notOurs(server, handshake.getResponse().statusCode()));
            }
            if (cause instanceof ConnectException) {
                return Lost.unreached(Sentences.unreachable(server));
            }
        }
        return Lost.because(Sentences.cannotConnect(server, refused));
    }

    private void opened(WebSocket opened) {
        if (over) {
            hangUp(opened, CloseCode.NORMAL);
            return;
        }
        socket = opened;
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

    private void end(Lost lost) {
        if (!over) {
            close(CloseCode.NORMAL);
            listener.ended(lost);
        }
    }

    /** Says goodbye after what was said before; who does not answer it in time is left without. */
    private static void hangUp(WebSocket socket, CloseCode code) {
        socket.sendClose(code.number(), "");
        CompletableFuture.delayedExecutor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .execute(socket::abort);
    }

    /** The JDK's side: puts messages together and hops, and nothing else. */
    private final class Events implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (thread.execute(() -> opened(opened))) {
                opened.request(AHEAD);
            } else {
                opened.abort();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (parts.length() > LONGEST_MESSAGE) {
                from.abort();
                thread.execute(() -> end(Lost.because(Sentences.NOT_UNDERSTOOD)));
            } else if (last) {
                whole(from, parts.toString());
                parts.setLength(0);
            } else {
                from.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer pong) {
            thread.execute(heartbeat::heard);
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            thread.execute(() -> end(Lost.closed(code)));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable why) {
            LOG.debug("the connection broke", why);
            thread.execute(() -> end(Lost.because(Sentences.CONNECTION_LOST)));
        }

        private void whole(WebSocket from, String text) {
            thread.execute(() -> {
                heard(text);
                from.request(1);
            });
        }
    }
}
