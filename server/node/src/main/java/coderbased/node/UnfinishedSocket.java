package coderbased.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Cuts off connections that begin a request, or a TLS handshake, and do not finish it in time. Jetty itself waits for as long
 * as a byte comes now and then. The first byte counts as the beginning, whatever it is: an empty line before a request and a
 * piece of a TLS record too. A connection that is silent between two requests may wait for longer. Thread-safe.
 */
final class UnfinishedSocket implements Connection.Listener {

    private static final long NOT_BEGUN = 0;
    private static final long HANDSHAKE = -1;
    private static final Awaited OPENED = new Awaited(HANDSHAKE, 0, NOT_BEGUN);

    /** Stands for a connection whose request is being served: nothing is awaited. */
    private static final Awaited NOTHING = new Awaited(Long.MIN_VALUE, 0, NOT_BEGUN);

    private final Duration allowed;
    private final Map<HttpConnection, Awaited> open = new ConcurrentHashMap<>();

    /**
     * What a connection has to finish.
     *
     * @param number which request, or {@link #HANDSHAKE}
     * @param bytesBefore how many bytes had come before it
     * @param since when its first byte was noticed, in nanoseconds; {@link #NOT_BEGUN} before that
     */
    private record Awaited(long number, long bytesBefore, long since) {}

    /** @param allowed how long the head of a request, or a handshake, may take */
    UnfinishedSocket(Duration allowed) {
        this.allowed = allowed;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.put(http, isSecured(http) ? OPENED : new Awaited(0, 0, NOT_BEGUN));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.remove(http);
        }
    }

    /** Cuts off who takes too long; {@code nanos} is a clock that only goes forward. */
    void look(long nanos) {
        open.forEach((connection, before) -> look(connection, before, nanos));
    }

    private void look(HttpConnection connection, Awaited before, long nanos) {
        HttpParser parser = connection.getParser();
        if (!parser.isStart() && !parser.inHeaderState()) {
            open.replace(connection, before, NOTHING);
            return;
        }
        long number = isHandshaking(connection) ? HANDSHAKE : connection.getMessagesIn();
        if (before.number() != number) {
            boolean begun = number != HANDSHAKE && !parser.isStart();
            open.replace(connection, before, new Awaited(number, bytesIn(connection), begun ? nanos : NOT_BEGUN));
        } else if (before.since() == NOT_BEGUN) {
            if (bytesIn(connection) > before.bytesBefore()) {
                open.replace(connection, before, new Awaited(number, before.bytesBefore(), nanos));
            }
        } else if (nanos - before.since() > allowed.toNanos()) {
            connection.getEndPoint().close();
        }
    }

    private static boolean isSecured(HttpConnection connection) {
        return connection.getEndPoint() instanceof SslConnection.SslEndPoint;
    }

    /** As it comes from the network: of TLS, the parts of records too. */
    private static long bytesIn(HttpConnection connection) {
        return connection.getEndPoint() instanceof SslConnection.SslEndPoint secured
                ? secured.getSslConnection().getBytesIn()
                : connection.getBytesIn();
    }

    /** Before its end, a handshake has no protocol. */
    private static boolean isHandshaking(HttpConnection connection) {
        return connection.getEndPoint() instanceof SslConnection.SslEndPoint secured
                && secured.getSslConnection()
                        .getSSLEngine()
                        .getSession()
                        .getProtocol()
                        .equals("NONE");
    }
}
