package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Protocol;
import coderbased.testing.Deadlines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of an upgrade stays in the server's memory once it is over, and no cookie names it. */
final class StatelessUpgradesTest {

    private static final int LIMIT_MILLIS = Deadlines.millis(60_000);
    private static final int WARM_UP = 200;
    private static final int MANY = 2_000;

    /** Pools and queues may hold a few more objects than before; one object for each upgrade is far more. */
    private static final long TOLERANCE = 200;

    private static final String UPGRADE = " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @TempDir
    private Path data;

    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(Settings.standard(data).withPort(0), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void refusedUpgradesLeaveNothingBehind() throws IOException {
        leaveNothingBehind("GET " + Protocol.GUEST_PATH + UPGRADE + "Origin: https://evil.example\r\n\r\n", 403);
    }

    @Test
    void upgradesOfUnknownPathsLeaveNothingBehind() throws IOException {
        leaveNothingBehind("GET /ws/nowhere" + UPGRADE + "\r\n", 404);
    }

    @Test
    void upgradesWithASessionCookieLeaveNothingBehind() throws IOException {
        leaveNothingBehind(
                "GET /ws/nowhere;jsessionid=node01" + UPGRADE + "Cookie: JSESSIONID=node01abc.node0\r\n\r\n", 404);
    }

    @Test
    void aSuccessfulUpgradeSetsNoCookie() throws IOException {
        for (String path : List.of(Protocol.GUEST_PATH, Protocol.CHAT_PATH)) {
            try (Socket socket = connect()) {
                String head = ask(socket, reader(socket), "GET " + path + UPGRADE + "\r\n");
                assertTrue(head.startsWith("HTTP/1.1 101 "), head);
                assertFalse(head.toLowerCase(Locale.ROOT).contains("set-cookie"), head);
            }
        }
    }

    private void leaveNothingBehind(String request, int status) throws IOException {
        try (Socket socket = connect()) {
            BufferedReader answers = reader(socket);
            repeat(socket, answers, WARM_UP, request, status);
            Map<String, Long> before = counts();
            repeat(socket, answers, MANY, request, status);
            Map<String, Long> grown = new TreeMap<>(counts());
            grown.replaceAll((name, count) -> count - before.getOrDefault(name, 0L));
            grown.values().removeIf(count -> count <= TOLERANCE);
            assertEquals(Map.of(), grown, "objects left by " + MANY + " upgrades");
        }
    }

    /** Whatever is kept is held by one of these; the counts themselves are not. */
    private static Map<String, Long> counts() {
        return LiveObjects.ofClasses(
                "coderbased.",
                "io.javalin.",
                "org.eclipse.jetty.",
                "jakarta.",
                "com.github.benmanes.",
                "java.util.HashMap",
                "java.util.LinkedHashMap",
                "java.util.concurrent.");
    }

    private static void repeat(Socket socket, BufferedReader answers, int times, String request, int status)
            throws IOException {
        for (int i = 0; i < times; i++) {
            String head = ask(socket, answers, request);
            assertTrue(head.startsWith("HTTP/1.1 " + status + " "), head);
            assertFalse(head.toLowerCase(Locale.ROOT).contains("set-cookie"), head);
        }
    }

    /** Asks, and returns the head of the answer; its body is read too. */
    private static String ask(Socket socket, BufferedReader answers, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
            head.append(line).append('\n');
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return head.toString();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", node.port());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
