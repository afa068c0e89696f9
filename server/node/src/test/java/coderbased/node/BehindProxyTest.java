package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.LinkCheck;
import coderbased.chat.ChatLimits;
import coderbased.http.TrustedProxies;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server behind a proxy that says who calls: here the test itself is the proxy, on the loopback address. */
class BehindProxyTest {

    private static final int SOCKETS = 3;
    private static final int PATIENCE_MILLIS = Deadlines.millis(20_000);

    /** First bytes of frames, all final (RFC 6455 section 5.2). */
    private static final int TEXT = 0x81;

    private static final int PONG = 0x8A;
    private static final byte[] PING = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};

    @TempDir
    private Path place;

    private final List<Socket> open = new ArrayList<>();
    private Node node;

    @BeforeEach
    void start() {
        Settings settings = Settings.standard(place.resolve("data"))
                .withPort(0)
                .with(ChatLimits.standard().withPerAddress(SOCKETS))
                .with(new Settings.Trust(
                        LinkCheck.ADAPTIVE, Set.of(), true, TrustedProxies.of(List.of("127.0.0.1")), null));
        node = Node.start(settings, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        node.close();
    }

    @Test
    void socketsAreCountedPerClientOfTheProxy() throws IOException {
        List<Socket> welcome = new ArrayList<>();
        for (int i = 0; i < SOCKETS; i++) {
            Socket guest = guest("203.0.113.1");
            assertEquals(PONG, answerToAPing(guest), "it is in before the next one comes");
            welcome.add(guest);
        }
        Socket oneTooMany = guest("203.0.113.1");
        welcome.add(guest("203.0.113.2"));

        assertEquals(TEXT, oneTooMany.getInputStream().readAllBytes()[0] & 0xFF, "it hears why, and then the end");
        for (Socket socket : welcome) {
            assertEquals(PONG, answerToAPing(socket), "these stay");
        }
    }

    @Test
    void aCallWithoutAForwardedAddressIsAnswered() throws Exception {
        for (String forwarded : Arrays.asList(null, "127.0.0.1", "unknown", "", "203.0.113.1")) {
            HttpResponse<String> answer = callFor(forwarded);
            assertEquals(401, answer.statusCode(), "forwarded for " + forwarded);
            assertEquals(
                    ErrorCode.NOT_SIGNED_IN,
                    Wire.read(answer.body(), Problem.class).code());
        }
    }

    @Test
    void socketsOfAnUnknownAddressAreServedAndNotCounted() throws IOException {
        for (int i = 0; i <= SOCKETS; i++) {
            assertEquals(PONG, answerToAPing(guest("127.0.0.1")));
        }
    }

    private static int answerToAPing(Socket socket) throws IOException {
        socket.getOutputStream().write(PING);
        int first = socket.getInputStream().read();
        assertEquals(0, socket.getInputStream().read(), "an answer as empty as the ping");
        return first;
    }

    private HttpResponse<String> callFor(@Nullable String forwardedFor) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.address() + AuthHttp.OWN_SESSION))
                    .DELETE();
            if (forwardedFor != null) {
                request.header(TrustedProxies.HEADER, forwardedFor);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private Socket guest(String forwardedFor) throws IOException {
        Socket socket = new Socket("127.0.0.1", node.port());
        open.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        String request = "GET " + Protocol.GUEST_PATH + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + TrustedProxies.HEADER + ": " + forwardedFor + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        int next;
        while (head.indexOf("\r\n\r\n") < 0 && (next = socket.getInputStream().read()) >= 0) {
            head.append((char) next);
        }
        assertTrue(head.toString().startsWith("HTTP/1.1 101"), head.toString());
        return socket;
    }
}
