package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.chat.SocketRoom;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers hold every connection that there is room for; whoever asks something is answered. */
final class CrowdedSocketTest {

    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);
    private static final int ROOM = 5;
    private static final int LONG_BYTES = 64 << 20;
    private static final int PIECE_BYTES = 64 << 10;
    private static final long NOW = 17;
    private static final long A_SECOND_LATER = NOW + Duration.ofSeconds(1).toNanos();
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LONG_ANSWER = "GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String SLOW_BODY = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{";

    private final HeaderTimeout unfinished = new HeaderTimeout(Duration.ofDays(1), ROOM);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Server server = new Server();
    private final List<Socket> sockets = new ArrayList<>();
    private ServerConnector door;

    @BeforeEach
    void start() throws Exception {
        door = new ListeningSocket("127.0.0.1", 0, unfinished).plain(server, new HttpConfiguration());
        server.addConnector(door);
        server.addBean(new NetworkConnectionLimit(ROOM + 1, server));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (request.getMethod().equals("POST")) {
                    Content.Source.consumeAll(request, callback);
                } else if (request.getHttpURI().getPath().equals("/long")) {
                    response.write(true, ByteBuffer.allocate(LONG_BYTES), callback);
                } else {
                    callback.succeeded();
                }
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        timer.shutdownNow();
        server.stop();
    }

    @Test
    void theLongestSilentConnectionsMakeRoomFirst() throws Exception {
        Socket served = open(REQUEST);
        assertEquals('H', next(served));
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < ROOM; i++) {
            silent.add(open(i % 2 == 0 ? "" : "GET / HT"));
            awaitConnections(i + 2);
        }
        look();
        assertEquals(-1, next(silent.getFirst()));
        assertEquals('H', next(open(REQUEST)));
        awaitConnections(ROOM);
        served.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        assertEquals('T', next(served));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SLOW_BODY, LONG_ANSWER})
    void everybodyWhoAsksIsAnsweredHoweverManySayOrReadNothing(String said) throws Exception {
        look();
        for (int i = 0; i < 3 * ROOM; i++) {
            open(said);
        }
        assertEquals('H', next(open(REQUEST)));
    }

    @Test
    void slowestBodyMakesRoomFirst() throws Exception {
        Socket quick = open(SLOW_BODY + "x".repeat(PIECE_BYTES));
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < ROOM; i++) {
            slow.add(open(SLOW_BODY));
            awaitConnections(i + 2);
        }
        Eventually.holds("all bodies are read", () -> bytesIn() > PIECE_BYTES + (ROOM + 1) * SLOW_BODY.length() - 1);
        unfinished.look(NOW);
        unfinished.look(A_SECOND_LATER);
        assertEquals(-1, next(slow.getFirst()));
        awaitConnections(ROOM);
        quick.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
        Eventually.holds("the quick one goes on", () -> bytesIn() > PIECE_BYTES + ROOM * SLOW_BODY.length());
    }

    @Test
    void connectionIsLeftOneSecondOfTheSteadyClock() throws Exception {
        for (int i = 0; i <= ROOM; i++) {
            open("");
            awaitConnections(i + 1);
        }
        unfinished.look(NOW);
        unfinished.look(A_SECOND_LATER - 1);
        assertEquals(ROOM + 1, door.getConnectedEndPoints().size());
        unfinished.look(A_SECOND_LATER);
        awaitConnections(ROOM);
    }

    @Test
    void fewFileHandlesHaveRoomForFewerConnections() {
        assertEquals(512, SocketRoom.connections(64L << 20, Long.MAX_VALUE));
        assertEquals(2_997, SocketRoom.connections(8L << 30, 4_096));
        assertEquals(117, SocketRoom.connections(8L << 30, 256));
        assertEquals(48, SocketRoom.connections(8L << 30, 167));
        assertEquals(6, SocketRoom.connections(8L << 30, 20));
        assertEquals(1, SocketRoom.connections(8L << 30, -3));
        assertEquals(Integer.MAX_VALUE, SocketRoom.connections(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    private long bytesIn() {
        return door.getConnectedEndPoints().stream()
                .mapToLong(point -> point.getConnection().getBytesIn())
                .sum();
    }

    private void look() {
        timer.scheduleWithFixedDelay(() -> unfinished.look(System.nanoTime()), 0, 10, TimeUnit.MILLISECONDS);
    }

    private void awaitConnections(int count) {
        Eventually.holds(
                count + " connections", () -> door.getConnectedEndPoints().size() == count);
    }

    private Socket open(String said) throws IOException {
        Socket socket = new Socket("127.0.0.1", door.getLocalPort());
        sockets.add(socket);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int next(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException _) {
            return -1;
        }
    }
}
