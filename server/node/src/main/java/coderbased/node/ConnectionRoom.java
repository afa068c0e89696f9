package coderbased.node;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Room for new connections at a listening socket that has too many: some for which the server waits are cut off, for
 * otherwise strangers who do nothing, or next to nothing, shut out everybody. First those that never sent a request,
 * then those that are idle between two, then those that send a body or read an answer, the slowest first. Those that
 * only just came are left time for a request; the server accepts no more until that time is over. Thread-safe.
 */
final class ConnectionRoom {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final long UNSEEN = Long.MIN_VALUE;

    private final int room;
    private final AtomicLong arrivals = new AtomicLong();
    private final Map<HttpConnection, Arrival> open = new ConcurrentHashMap<>();

    /** Listening sockets that have more connections than there is room for. */
    private final Set<Connector> crowded = ConcurrentHashMap.newKeySet();

    /**
     * The arrival of a connection.
     *
     * @param number its place among all arrivals
     * @param since time at which it was first seen in a crowd, in nanoseconds; {@link #UNSEEN} before that
     */
    private record Arrival(long number, long since) {

        Arrival seenAt(long nanos) {
            return since == UNSEEN ? new Arrival(number, nanos) : this;
        }
    }

    /** A connection for which the server waits, as it was when it was judged. */
    private record Waiting(HttpConnection connection, Kind kind, double bytesPerNano, long number) {

        static final Comparator<Waiting> FIRST_TO_GO = Comparator.comparing(Waiting::kind)
                .thenComparingDouble(Waiting::bytesPerNano)
                .thenComparingLong(Waiting::number);
    }

    /** The order in which connections make room. */
    private enum Kind {
        NEVER_ASKED,
        IDLE,
        SLOW
    }

    /** @param room number of connections at a listening socket above which some make room */
    ConnectionRoom(int room) {
        this.room = room;
    }

    void opened(HttpConnection connection) {
        open.put(connection, new Arrival(arrivals.getAndIncrement(), UNSEEN));
        if (isCrowded(connection.getConnector())) {
            crowded.add(connection.getConnector());
        }
    }

    void closed(HttpConnection connection) {
        open.remove(connection);
    }

    /** Makes room where there is none; {@code nanos} is a clock that only goes forward. */
    void look(long nanos) {
        crowded.forEach(door -> makeRoom(door, nanos));
        crowded.removeIf(door -> !isCrowded(door));
    }

    private void makeRoom(Connector door, long nanos) {
        int tooMany = door.getConnectedEndPoints().size() - room;
        open.replaceAll((connection, arrival) -> connection.getConnector() == door ? arrival.seenAt(nanos) : arrival);
        open.entrySet().stream()
                .filter(entry -> entry.getKey().getConnector() == door && isWaitedFor(entry.getKey()))
                .filter(entry -> isSeenLongAgo(entry.getValue(), nanos))
                .map(entry -> waiting(entry.getKey(), entry.getValue(), nanos))
                .sorted(Waiting.FIRST_TO_GO)
                .limit(Math.max(0, tooMany))
                .toList()
                .forEach(waiting -> waiting.connection().getEndPoint().close());
    }

    private boolean isCrowded(Connector door) {
        return door.getConnectedEndPoints().size() > room;
    }

    private static boolean isSeenLongAgo(Arrival arrival, long nanos) {
        return arrival.since() != UNSEEN && nanos - arrival.since() >= FRESH.toNanos();
    }

    private static Waiting waiting(HttpConnection connection, Arrival arrival, long nanos) {
        if (connection.getParser().inHeaderState()) {
            Kind kind = connection.getMessagesIn() > 0 ? Kind.IDLE : Kind.NEVER_ASKED;
            return new Waiting(connection, kind, 0, arrival.number());
        }
        double bytes = connection.getBytesIn() + connection.getBytesOut();
        return new Waiting(connection, Kind.SLOW, bytes / (nanos - arrival.since()), arrival.number());
    }

    /** True if it is the caller's turn: to send a head or more of a body, or to read an answer. */
    private static boolean isWaitedFor(HttpConnection connection) {
        if (connection.getParser().inHeaderState()) {
            return true;
        }
        return connection.getEndPoint() instanceof AbstractEndPoint point
                && (point.isFillInterested() || point.getWriteFlusher().isPending());
    }
}
