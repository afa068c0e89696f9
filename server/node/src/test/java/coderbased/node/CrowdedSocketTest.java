package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.history.Soon;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

/** Silent strangers hold every connection that there is room for; whoever asks something is answered. */
final class CrowdedSocketTest {

    private static final int LIMIT_MILLIS = 30_000;
    private static final int ROOM = 5;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

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
                callback.succeeded();
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
    void silentConnectionsMakeRoomTheLongestSilentFirst() throws Exception {
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

    @Test
    void everybodyWhoAsksIsAnsweredHoweverManyAreSilent() throws Exception {
        look();
        for (int i = 0; i < 3 * ROOM; i++) {
            open("");
        }
        assertEquals('H', next(open(REQUEST)));
    }

    private void look() {
        timer.scheduleWithFixedDelay(() -> unfinished.look(System.nanoTime()), 0, 10, TimeUnit.MILLISECONDS);
    }

    private void awaitConnections(int count) {
        Soon.so(count + " connections", () -> door.getConnectedEndPoints().size() == count);
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
