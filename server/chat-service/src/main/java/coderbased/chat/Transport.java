package coderbased.chat;

import coderbased.http.CallerAddress;
import java.io.IOException;

/** An open WebSocket, without the library that holds it. Thread-safe, but only one thread at a time may send. */
interface Transport {

    /** Returns the network address of the client, as far as the server can tell. */
    CallerAddress address();

    /** Writes one text message and returns when it has left for the network, which a slow reader delays. */
    void send(String text) throws IOException;

    /** Sends a ping without waiting for anything (RFC 6455 section 5.5.2). */
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
