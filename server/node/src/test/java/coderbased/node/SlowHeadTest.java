package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unfinished requests are cut off; connections that idle between two requests are not. */
final class SlowHeadTest {

    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);
    private static final String WHOLE = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    private Path data;

    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(Settings.standard(data).withPort(0), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        drip.shutdownNow();
        node.close();
    }

    @Test
    void endlessHeadersAreCutOff() throws Exception {
        try (Socket polite = open();
                Socket slow = open()) {
            assertTrue(ask(polite).startsWith("HTTP/1.1 200"));
            say(slow, "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            // A byte now and then is what keeps other servers waiting.
            drip.scheduleWithFixedDelay(() -> trySay(slow, "x"), 1, 1, TimeUnit.SECONDS);
            assertEquals(-1, next(slow), "nothing is answered, and the connection is over");
            assertTrue(ask(polite).startsWith("HTTP/1.1 200"), "nobody else is");
        }
    }

    /** Empty lines before a request are allowed (RFC 9112 section 2.2), but they are its beginning. */
    @Test
    void emptyLinesDoNotHoldAConnection() throws Exception {
        try (Socket empty = open();
                Socket again = open();
                Socket silent = open()) {
            assertTrue(ask(again).startsWith("HTTP/1.1 200"));
            assertTrue(ask(silent).startsWith("HTTP/1.1 200"));
            say(empty, "\r\n");
            say(again, "\r\n");
            drip.scheduleWithFixedDelay(() -> trySay(empty, "\r\n"), 1, 1, TimeUnit.SECONDS);
            drip.scheduleWithFixedDelay(() -> trySay(again, "\r\n"), 1, 1, TimeUnit.SECONDS);
            assertEquals(-1, next(empty), "before the first request");
            assertEquals(-1, next(again), "between two requests");
            assertTrue(ask(silent).startsWith("HTTP/1.1 200"), "who is silent between two requests may wait");
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", node.port());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private static void trySay(Socket socket, String text) {
        try {
            say(socket, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int next(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (SocketException _) {
            return -1;
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String ask(Socket socket) throws IOException {
        say(socket, WHOLE);
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("hung up after: " + answer);
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
