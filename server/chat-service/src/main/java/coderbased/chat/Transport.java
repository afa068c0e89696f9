package coderbased.chat;

import coderbased.http.CallerAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket, without the library that holds it. No method waits for the network. Thread-safe, but only one
 * {@link #send} at a time may be under way.
 */
interface Transport {

    /** Returns the network address of the client, as far as the server can tell. */
    CallerAddress address();

    /**
     * Writes text messages in this order, in as few writes as possible.
     *
     * @param texts at least one
     * @param written called once, on any thread, when all have left for the network, which a slow reader delays: with
     *     null, or with the reason why they did not
     */
    void send(List<String> texts, Consumer<@Nullable Throwable> written);

    /** Sends a ping (RFC 6455 section 5.5.2). */
    void ping();

    /** Returns the number of bytes received so far. Bytes that come after a ping show that the client is alive. */
    long bytesIn();

    /** Returns the number of frames received so far, pings and fragments of messages included. */
    long framesIn();

    /** Accepts messages of up to {@code bytes} from now on; longer ones close the socket with 1009. */
    void accept(int bytes);

    /** Sends a close frame (RFC 6455 section 5.5.1). The reason has at most 123 bytes. */
    void close(int code, String reason);

    /** Ends the TCP connection at once. */
    void cut();
}
