package coderbased.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that does exactly what a test tells it to. {@code M} is what the server says on this path. */
final class TestSocket<M> implements AutoCloseable {

    static final long LIMIT_SECONDS = Deadlines.seconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Class<M> type;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Close> closed = new CompletableFuture<>();
    private final boolean reads;
    private final WebSocket socket;

    /** The server's close frame; code -1 if it sent none. */
    record Close(int code, String reason) {}

    private TestSocket(URI address, Class<M> type, boolean reads) {
        this.type = type;
        this.reads = reads;
        socket = HTTP.newWebSocketBuilder().buildAsync(address, new Ears()).join();
    }

    static <M> TestSocket<M> open(int port, String path, Class<M> type) {
        return new TestSocket<>(address(port, path), type, true);
    }

    /** One that never reads what the server says until it is told to. */
    static <M> TestSocket<M> openDeaf(int port, String path, Class<M> type) {
        return new TestSocket<>(address(port, path), type, false);
    }

    static URI address(int port, String path) {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    void say(Object message) {
        sayRaw(Wire.write(message));
    }

    synchronized void sayRaw(String text) {
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException e) {
            throw new AssertionError("could not be said; closed: " + closed.getNow(null), e);
        }
    }

    void sayBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Reads that many frames. For a deaf one only. */
    void read(long frames) {
        socket.request(frames);
    }

    /** The next message of that kind; others are passed over. */
    <T extends M> T next(Class<T> wanted) throws Exception {
        while (true) {
            M message = next();
            if (wanted.isInstance(message)) {
                return wanted.cast(message);
            }
        }
    }

    /** The next message. */
    M next() throws Exception {
        String text = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing was said; closed: " + closed.getNow(null));
        }
        return Wire.read(text, type);
    }

    /** The next message; null where the connection ended instead. */
    @Nullable
    M nextOrEnd() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < deadline && (isOpen() || !heard.isEmpty())) {
            String text = heard.poll(20, TimeUnit.MILLISECONDS);
            if (text != null) {
                return Wire.read(text, type);
            }
        }
        return null;
    }

    /** Returns what came in and was not taken yet. */
    List<String> unheard() {
        return List.copyOf(heard);
    }

    Close close(String why) throws Exception {
        try {
            return closed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("still open: " + why, e);
        }
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Vanishes without a word. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .exceptionally(gone -> socket);
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (reads) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                heard.add(parts.toString());
                parts.setLength(0);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            if (reason.getBytes(UTF_8).length > 123) {
                closed.completeExceptionally(new AssertionError("a reason that does not fit: " + reason));
            }
            closed.complete(new Close(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(new Close(-1, String.valueOf(error.getMessage())));
        }
    }
}
