package coderbased.node;

import coderbased.http.TimelyBody;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Cuts off connections that begin a TLS handshake, or the head or the body of a request, and do not finish it in time.
 * Jetty itself waits for as long as a byte comes now and then. The first byte counts as the beginning, whatever it is:
 * an empty line before a request and a piece of a TLS record too. A connection that is silent between two requests may
 * wait for longer, as long as there is room for others. Thread-safe.
 */
final class HeaderTimeout implements Connection.Listener {

    private static final long NOT_BEGUN = 0;
    private static final long HANDSHAKE = -1;
    private static final Awaited OPENED = new Awaited(HANDSHAKE, 0, NOT_BEGUN);

    /** Of a connection whose request is being served: nothing is awaited. */
    private static final long NOTHING = Long.MIN_VALUE;

    /** Of the body of request 0; those of further requests count down from here. */
    private static final long BODY = -2;

    /** So much later than the reader of a body, which can still say why. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Duration allowed;
    private final ConnectionRoom room;
    private final Map<HttpConnection, Awaited> open = new ConcurrentHashMap<>();

    /**
     * The part of a request that a connection has to finish.
     *
     * @param number the head of which request, or {@link #HANDSHAKE}, {@link #NOTHING}, or {@link #BODY} less the
     *     request
     * @param bytesBefore number of bytes that arrived before it
     * @param since time at which its first byte was noticed, in nanoseconds; {@link #NOT_BEGUN} before that
     */
    private record Awaited(long number, long bytesBefore, long since) {}

    /**
     * @param allowed time for the head of a request or for a handshake
     * @param room number of connections at a listening socket above which those that wait longest make room for a new
     *     one
     */
    HeaderTimeout(Duration allowed, int room) {
        this.allowed = allowed;
        this.room = new ConnectionRoom(room);
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.put(http, isSecured(http) ? OPENED : new Awaited(0, 0, NOT_BEGUN));
            room.opened(http);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.remove(http);
            room.closed(http);
        }
    }

    /**
     * Cuts off who takes too long, and makes room where there is none; {@code nanos} is a clock that only goes forward.
     * To be called several times a second.
     */
    void look(long nanos) {
        room.look(nanos);
        open.forEach((connection, before) -> look(connection, before, nanos));
    }

    private void look(HttpConnection connection, Awaited before, long nanos) {
        HttpParser parser = connection.getParser();
        if (parser.inContentState()) {
            lookAtBody(connection, before, nanos);
        } else if (parser.inHeaderState()) {
            lookAtHead(connection, before, nanos);
        } else if (!before.equals(served(connection))) {
            open.replace(connection, before, served(connection));
        }
    }

    /** Framing counts too: a chunk's extension or a trailer may be endless, and no reader of the body sees it. */
    private void lookAtBody(HttpConnection connection, Awaited before, long nanos) {
        long number = BODY - connection.getMessagesIn();
        if (before.number() != number) {
            open.replace(connection, before, new Awaited(number, before.bytesBefore(), nanos));
            return;
        }
        long came = Math.min(bytesIn(connection) - before.bytesBefore(), Protocol.MAX_PIECE_BYTES);
        if (nanos - before.since() > TimelyBody.allowed(came).plus(MARGIN).toNanos() && isWaiting(connection)) {
            connection.getEndPoint().close();
        }
    }

    private void lookAtHead(HttpConnection connection, Awaited before, long nanos) {
        HttpParser parser = connection.getParser();
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

    private static Awaited served(HttpConnection connection) {
        return new Awaited(NOTHING, bytesIn(connection), NOT_BEGUN);
    }

    /** True if the server waits for the caller, and not the caller for the server. */
    private static boolean isWaiting(HttpConnection connection) {
        return connection.getEndPoint() instanceof AbstractEndPoint point && point.isFillInterested();
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
