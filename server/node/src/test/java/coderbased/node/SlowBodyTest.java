package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.http.TimelyBody;
import coderbased.protocol.Protocol;
import coderbased.testing.Deadlines;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
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

/** A body that does not end is cut off, also where its bytes are framing that no reader of the body sees. */
final class SlowBodyTest {

    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);
    private static final long NOW = 17;
    private static final long LATER =
            NOW + TimelyBody.allowed(Protocol.MAX_PIECE_BYTES).plusMinutes(1).toNanos();

    private final HeaderTimeout unfinished = new HeaderTimeout(Duration.ofDays(1), 1_000);
    private final CountDownLatch reading = new CountDownLatch(1);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Server server = new Server();
    private int port;

    @BeforeEach
    void start() throws Exception {
        ServerConnector door = new ListeningSocket("127.0.0.1", 0, unfinished).plain(server, new HttpConfiguration());
        server.addConnector(door);
        server.setHandler(new Reader(reading));
        server.start();
        port = door.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        timer.shutdownNow();
        server.stop();
    }

    /** Reads all of the body before it answers. */
    private static final class Reader extends Handler.Abstract {

        private final CountDownLatch reading;

        private Reader(CountDownLatch reading) {
            this.reading = reading;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            reading.countDown();
            try (InputStream body = Content.Source.asInputStream(request)) {
                body.readAllBytes();
            }
            callback.succeeded();
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;", "1;x", "2\r\n{}\r\n0\r\nX", "2\r\n{}\r\n", "5\r\n{", ""})
    void anEndlessBodyIsCutOff(String begun) throws Exception {
        try (Socket slow = open("Transfer-Encoding: chunked", begun)) {
            reading.await();
            unfinished.look(NOW);
            timer.scheduleWithFixedDelay(() -> unfinished.look(LATER), 0, 10, TimeUnit.MILLISECONDS);
            assertEquals(-1, next(slow));
        }
    }

    @Test
    void aBodyUnderWayIsAwaited() throws Exception {
        try (Socket slow = open("Content-Length: 2", "{")) {
            reading.await();
            unfinished.look(NOW);
            unfinished.look(NOW + TimelyBody.allowed(0).toNanos());
            slow.getOutputStream().write('}');
            assertEquals('H', next(slow));
        }
    }

    private Socket open(String header, String begun) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(LIMIT_MILLIS);
        String said = "POST / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n" + begun;
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
