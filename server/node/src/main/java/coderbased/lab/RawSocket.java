package coderbased.lab;

import coderbased.http.TrustedProxies;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket in the lab's hands: says what it is told to, right or wrong.
 *
 * @param <M> what the server says on it
 */
final class RawSocket<M> implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Class<M> type;
    private volatile boolean reads = true;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    /** @param from the address that the proxy before the server, which is the lab, says it comes from */
    RawSocket(HttpClient http, URI address, String from, Class<M> type) {
        this.type = type;
        this.socket = http.newWebSocketBuilder()
                .header(TrustedProxies.HEADER, from)
                .buildAsync(address, new Ears())
                .join();
    }

    /** Says it; false where the connection is gone. */
    boolean say(Object message) {
        try {
            socket.sendText(message instanceof String raw ? raw : Wire.write(message), true)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            return true;
        } catch (CompletionException _) {
            return false;
        }
    }

    /** The next message of that kind; empty where the connection ended first, or nothing came in time. */
    <T extends M> Optional<T> next(Class<T> wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            String text = heard.poll(50, TimeUnit.MILLISECONDS);
            if (text == null && closed.isDone() && heard.isEmpty()) {
                return Optional.empty();
            }
            if (text != null) {
                M message = Wire.read(text, type);
                if (wanted.isInstance(message)) {
                    return Optional.of(wanted.cast(message));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns all messages up to the next of that kind, that one too. Gives the attempt up where none comes. */
    List<M> until(Class<? extends M> wanted) throws Exception {
        List<M> all = new ArrayList<>();
        while (all.isEmpty() || !wanted.isInstance(all.getLast())) {
            all.add(next(type)
                    .orElseThrow(() -> new IllegalStateException("the server never said " + wanted.getSimpleName())));
        }
        return all;
    }

    /** Waits for a message of that kind, or gives the attempt up. */
    void await(Class<? extends M> wanted) throws Exception {
        if (next(wanted).isEmpty()) {
            throw new IllegalStateException("the server never said " + wanted.getSimpleName());
        }
    }

    /** True if a message of that kind has arrived. */
    boolean hasHeard(String wireName) {
        return heard.stream().anyMatch(text -> text.contains("\"type\":\"" + wireName + "\""));
    }

    /** From the next frame on it reads no more. */
    void stopReading() {
        reads = false;
    }

    /** From now on it reads again. */
    void readAll() {
        reads = true;
        socket.request(1);
    }

    /** Returns the server's close; empty if it did not close in time. */
    Optional<Integer> close(long seconds) {
        try {
            return Optional.of(closed.get(seconds, TimeUnit.SECONDS));
        } catch (Exception _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                heard.add(parts.toString());
                parts.setLength(0);
            }
            if (reads) {
                from.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(-1);
        }
    }
}
