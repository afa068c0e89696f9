package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.LinkCheck;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.keys.ProfileFolder;
import coderbased.http.TrustedProxies;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Profile;
import coderbased.protocol.Protocol;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.TestCertificate;
import coderbased.tls.Tls;
import coderbased.tls.TlsProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server that speaks TLS itself. */
final class TlsTest {

    @TempDir
    private static Path certificates;

    @TempDir
    private Path place;

    private static Tls good;

    @BeforeAll
    static void writeACertificate() {
        Path pem = TestCertificate.FIRST.writeTo(certificates.resolve("first.pem"));
        good = new Tls(pem, pem);
    }

    @Test
    void everythingIsServedOverTlsOnly() throws Exception {
        try (Node node = start(good);
                HttpClient trusting = HttpClient.newBuilder()
                        .sslContext(TestCertificate.FIRST.trusting())
                        .build();
                HttpClient strange = HttpClient.newHttpClient()) {
            assertTrue(node.address().startsWith("https://127.0.0.1:"), node.address());
            URI ready = URI.create(node.address() + "/health/ready");
            assertEquals(200, get(trusting, ready).statusCode());
            WebSocket socket = trusting.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("wss://127.0.0.1:" + node.port() + Protocol.GUEST_PATH),
                            new WebSocket.Listener() {})
                    .get(Deadlines.seconds(30), TimeUnit.SECONDS);
            socket.abort();

            assertThrows(IOException.class, () -> get(strange, ready), "whom nobody vouches for is not believed");
            URI plain = URI.create("http://127.0.0.1:" + node.port() + "/health/ready");
            assertTrue(isRefused(strange, plain));
        }
    }

    @Test
    void localCommandsUseAPortOfTheirOwn() throws Exception {
        try (Node node = start(good);
                HttpClient client = HttpClient.newHttpClient()) {
            assertTrue(node.port() > 0);
            String noted =
                    DataDirectory.addressOfServerOn(place.resolve("data")).getLast();
            assertTrue(noted.startsWith("http://127.0.0.1:"), noted);
            assertEquals(200, get(client, URI.create(noted + "/health/ready")).statusCode());
            assertEquals(200, get(client, URI.create(noted + "/metrics")).statusCode());
            CommandLine program = ServerMain.program(Map.of());
            assertEquals(ExitCode.DONE.number(), program.execute("accounts", "--data=" + place.resolve("data")));
        }
    }

    @Test
    void thePublicPortHasNoAdminCalls() throws Exception {
        try (Node node = start(good);
                HttpClient trusting = HttpClient.newBuilder()
                        .sslContext(TestCertificate.FIRST.trusting())
                        .build()) {
            for (String path : List.of("/admin/accounts", "/admin/accounts/ada/sessions")) {
                assertEquals(
                        404, get(trusting, URI.create(node.address() + path)).statusCode(), path);
            }
            assertEquals(
                    401, get(trusting, URI.create(node.address() + "/metrics")).statusCode());
        }
    }

    @Test
    void unusableCertificatesAreNamed() throws Exception {
        Path none = place.resolve("none.pem");
        Path text = Files.writeString(place.resolve("text.pem"), "hello");
        Path other = TestCertificate.SECOND.writeTo(place.resolve("other.pem"));
        assertRefused(new Tls(none, good.key()), "--tls-cert", "no such file");
        assertRefused(new Tls(good.certificate(), none), "--tls-key", "no such file");
        assertRefused(new Tls(text, good.key()), "--tls-cert", "no certificate");
        assertRefused(new Tls(good.certificate(), text), "--tls-key", "no private key");
        assertRefused(new Tls(good.certificate(), other), "--tls-key", "another certificate");
        StartupException refused = assertThrows(
                StartupException.class,
                () -> start(new Tls(good.certificate(), other)).close());
        assertEquals(ExitCode.REFUSED_SETTING, refused.exitCode());
    }

    @Test
    void renewedCertificateIsServedWhileOpenConnectionsStay() throws Exception {
        Path pem = TestCertificate.FIRST.writeTo(place.resolve("both.pem"));
        try (Node node = start(new Tls(pem, pem));
                Socket open =
                        TestCertificate.FIRST.trusting().getSocketFactory().createSocket("127.0.0.1", node.port())) {
            assertAlive(open);
            TestCertificate.SECOND.writeTo(pem);
            Eventually.holds("the second certificate is served", () -> isServed(TestCertificate.SECOND, node.port()));
            assertFalse(isServed(TestCertificate.FIRST, node.port()));
            assertAlive(open);
        }
    }

    @Test
    void appServesItsPersonOnceTheyTrustASelfSignedCertificate() throws Exception {
        Path pem = TestCertificate.ELSEWHERE.writeTo(place.resolve("both.pem"));
        try (Node node = start(new Tls(pem, pem));
                PhoneClient phone = phone(URI.create(node.address()));
                PhoneClient plain = phone(URI.create("http://127.0.0.1:" + node.port()));
                PhoneClient secure = phone(URI.create(node.adminAddress().replace("http:", "https:")))) {
            phone.start();
            assertTrue(refusal(phone).contains("does not trust the certificate"), refusal(phone));
            assertTrue(refusal(plain).startsWith("Use https://127.0.0.1:" + node.port() + " "), refusal(plain));
            assertTrue(refusal(secure).contains("does not use TLS"), refusal(secure));

            phone.trust().trust(phone.trust().decision().offered().orElseThrow());
            Eventually.answered(phone.signUp("ada", "Ada", "correct horse battery"));
            Eventually.holds(
                    "the phone is connected",
                    () -> phone.state() instanceof PhoneState.SignedIn(Profile _, String away) && away == null);
        }
    }

    private PhoneClient phone(URI server) {
        DeviceFacts facts = new DeviceFacts("Phone", "Test 1", "TestOS");
        return Clients.phone(ClientConfig.of(server, facts, new ProfileFolder(place.resolve("phone"))));
    }

    private static String refusal(PhoneClient phone) {
        ExecutionException e = assertThrows(
                ExecutionException.class,
                () -> Eventually.answered(phone.signUp("ada", "Ada", "correct horse battery")));
        return String.valueOf(e.getCause().getMessage());
    }

    private static boolean isServed(TestCertificate certificate, int port) throws Exception {
        try (Socket socket = certificate.trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
            assertAlive(socket);
            return true;
        } catch (SSLHandshakeException _) {
            return false;
        }
    }

    private static void assertAlive(Socket socket) throws IOException {
        socket.setSoTimeout(Deadlines.millis(30_000));
        socket.getOutputStream().write("HEAD /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertTrue(next >= 0, head.toString());
            head.append((char) next);
        }
        assertTrue(head.toString().startsWith("HTTP/1.1 200"), head.toString());
    }

    private static void assertRefused(Tls tls, String setting, String why) {
        String refused = assertThrows(TlsProblem.class, tls::load).getMessage();
        assertTrue(refused.contains(setting) && refused.contains(why), refused);
    }

    /** A byte of the first record now and then. */
    @Test
    void anEndlessHandshakeIsCutOff() throws Exception {
        try (Node node = start(good);
                Socket slow = new Socket("127.0.0.1", node.port());
                ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor()) {
            slow.setSoTimeout(60_000);
            OutputStream out = slow.getOutputStream();
            out.write(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01});
            drip.scheduleWithFixedDelay(() -> trySay(out), 1, 1, TimeUnit.SECONDS);
            while (next(slow) >= 0) {
                // An alert may come first.
            }
            drip.shutdownNow();
        }
    }

    private static void trySay(OutputStream out) {
        try {
            out.write(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int next(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException _) {
            return -1;
        }
    }

    private Node start(Tls tls) {
        Settings settings = Settings.standard(place.resolve("data")).withPort(0);
        return Node.start(
                settings.with(new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), false, TrustedProxies.NONE, tls)),
                Clock.systemUTC());
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isRefused(HttpClient client, URI plain) throws Exception {
        try {
            return get(client, plain).statusCode() != 200;
        } catch (IOException _) {
            return true;
        }
    }
}
