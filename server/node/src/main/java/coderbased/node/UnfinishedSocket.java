package coderbased.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections in the middle of a request's head. Who does not come to its end in time is cut off: Jetty itself waits for as
 * long as a byte comes now and then. A connection on which nothing was begun may wait for longer. Thread-safe.
 */
final class UnfinishedSocket implements Connection.Listener {

    private final Duration allowed;
    private final Map<HttpConnection, Head> open = new ConcurrentHashMap<>();

    /** Which request's head it is, and since when it is not finished; 0 where none is begun. */
    private record Head(long request, long since) {

        static final Head NONE = new Head(-1, 0);
    }

    /** @param allowed how long the head of a request may take */
    UnfinishedSocket(Duration allowed) {
        this.allowed = allowed;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.put(http, Head.NONE);
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

    private void look(HttpConnection connection, Head before, long nanos) {
        HttpParser parser = connection.getParser();
        if (parser.isStart() || !parser.inHeaderState()) {
            open.replace(connection, before, Head.NONE);
            return;
        }
        if (before == Head.NONE || before.request() != connection.getMessagesIn()) {
            open.replace(connection, before, new Head(connection.getMessagesIn(), nanos));
        } else if (nanos - before.since() > allowed.toNanos()) {
            connection.getEndPoint().close();
        }
    }
}
