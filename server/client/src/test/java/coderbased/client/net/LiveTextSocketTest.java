package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import coderbased.client.net.RawWebSocketServer.Visit;
import coderbased.protocol.CloseCode;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The socket against servers of raw bytes: detection of failures, back-pressure, threads. */
class LiveTextSocketTest {

    private static final Timing QUICK =
            new Timing(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final Timing PATIENT =
            new Timing(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final ClientThread thread = new ClientThread("socket-test");

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void serverThatDiesDuringTheHandshakeIsDetected() throws Exception {
        try (RawWebSocketServer server = new RawWebSocketServer(connection -> connection.head())) {
            Heard heard = dial(server.address());
            assertEquals(
                    Sentences.unreachable(new ServerAddress(server.address())),
                    heard.end().trouble());
        }
    }

    @Test
    void serverThatNeverAnswersTheHandshakeIsDetected() throws Exception {
        try (RawWebSocketServer server = new RawWebSocketServer(connection -> connection.hold())) {
            Heard heard = new Heard();
            socket(server.address(), heard, QUICK);
            assertEquals(
                    Sentences.unreachable(new ServerAddress(server.address())),
                    heard.end().trouble());
        }
    }

    @Test
    void foreignServerIsReported() throws Exception {
        Visit website = connection -> {
            connection.head();
            connection.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            connection.hold();
        };
        try (RawWebSocketServer server = new RawWebSocketServer(website)) {
            Heard heard = dial(server.address());
            assertEquals(
                    Sentences.notOurs(new ServerAddress(server.address()), 404),
                    heard.end().trouble());
        }
    }

    @Test
    void unusedAddressCountsAsUnreached() throws Exception {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI address = URI.create("http://127.0.0.1:" + bound.getLocalPort());
            assertTrue(dial(address).end().unreached());
        }
    }

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void closeCodeArrives(CloseCode code) throws Exception {
        Visit closing = connection -> {
            connection.shakeHands();
            connection.close(code.number());
            connection.hold();
        };
        try (RawWebSocketServer server = new RawWebSocketServer(closing)) {
            assertEquals(
                    Disconnection.closed(code.number()), dial(server.address()).end());
        }
    }

    @Test
    void aConnectionThatBreaksIsLost() throws Exception {
        try (RawWebSocketServer server = new RawWebSocketServer(connection -> connection.shakeHands())) {
            assertEquals(
                    Sentences.connectionLost(), dial(server.address()).end().trouble());
        }
    }

    @Test
    void busyClientSlowsTheServerDownAndMissesNothing() throws Exception {
        int messages = 4_000;
        String filling = "x".repeat(10_000);
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch allWritten = new CountDownLatch(1);
        Visit flood = connection -> {
            connection.shakeHands();
            opened.countDown();
            blocked.await();
            for (int i = 0; i < messages; i++) {
                connection.text(i + filling);
            }
            allWritten.countDown();
            connection.hold();
        };
        try (RawWebSocketServer server = new RawWebSocketServer(flood)) {
            Heard heard = dial(server.address());
            Eventually.opened(opened, () -> "the client did not connect");
            CountDownLatch goOn = new CountDownLatch(1);
            thread.execute(() -> awaitQuietly(goOn));
            blocked.countDown();
            assertFalse(allWritten.await(2, TimeUnit.SECONDS), "40 MB fit between the network and a busy client");
            goOn.countDown();
            Eventually.opened(allWritten, () -> "the server could not go on");
            for (int i = 0; i < messages; i++) {
                assertEquals(i + filling, Eventually.taken(heard.texts, "message " + i));
            }
        }
    }

    @Test
    void manyConnectionsShareTheirThreads() throws Exception {
        int connections = 100;
        BlockingQueue<Integer> made = new LinkedBlockingQueue<>();
        Visit staying = connection -> {
            connection.shakeHands();
            made.add(1);
            connection.hold();
        };
        try (RawWebSocketServer server = new RawWebSocketServer(staying)) {
            int before = Thread.activeCount();
            List<TextSocket> sockets = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                sockets.add(socket(server.address(), new Heard(), PATIENT));
                Eventually.taken(made, "connection " + i);
            }
            int more = Thread.activeCount() - before;
            assertTrue(more < connections / 2, more + " threads for " + connections + " connections");
            sockets.forEach(socket -> socket.close(CloseCode.NORMAL));
        }
    }

    @Test
    void systemProxyIsUsed() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        Visit proxying = connection -> {
            asked.add(connection.head());
            connection.say("HTTP/1.1 200 Connected\r\n\r\n");
            connection.shakeHands();
            connection.text("\"through the proxy\"");
            connection.hold();
        };
        ProxySelector before = ProxySelector.getDefault();
        try (RawWebSocketServer proxy = new RawWebSocketServer(proxying)) {
            ProxySelector.setDefault(new OneProxy(new InetSocketAddress("127.0.0.1", proxy.port())));
            Heard heard = dial(URI.create("http://127.0.0.1:7"));
            assertTrue(Eventually.taken(asked, "a call of the proxy").startsWith("CONNECT 127.0.0.1:7 HTTP/1.1\r\n"));
            assertEquals("\"through the proxy\"", Eventually.taken(heard.texts, "a message"));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private Heard dial(URI server) {
        Heard heard = new Heard();
        socket(server, heard, PATIENT);
        return heard;
    }

    private TextSocket socket(URI server, Heard heard, Timing timing) {
        ClientContext context = new ClientContext(
                new ServerTrust(new ServerAddress(server), null),
                People.OFFICE_PC,
                Clock.systemUTC(),
                People.RANDOM,
                timing);
        return new SocketDialer(context, thread).dial("/ws/guest", heard);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Heard implements TextSocket.Listener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final BlockingQueue<Disconnection> ends = new LinkedBlockingQueue<>();

        @Override
        public void opened() {}

        @Override
        public void text(String text) {
            texts.add(text);
        }

        @Override
        public void ended(Disconnection lost) {
            ends.add(lost);
        }

        Disconnection end() {
            return Eventually.taken(ends, "the end of the connection");
        }
    }

    private static final class OneProxy extends ProxySelector {

        private final InetSocketAddress address;

        OneProxy(InetSocketAddress address) {
            this.address = address;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, address));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress socket, IOException e) {}
    }
}
