package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.LinkCheck;
import coderbased.http.TrustedProxies;
import coderbased.protocol.Protocol;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.TestCertificate;
import coderbased.tls.Tls;
import java.io.IOException;
import java.io.InputStream;
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
import java.security.Key;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server that speaks TLS itself. */
final class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path certificates;

    @TempDir
    private Path place;

    private static Tls good;
    private static Tls other;

    @BeforeAll
    static void twoCertificates() throws Exception {
        good = make("good", "EC", "secp256r1");
        other = make("other", "RSA", null);
    }

    @Test
    void everythingIsServedOverTlsOnly() throws Exception {
        try (Node node = start(good);
                HttpClient trusting =
                        HttpClient.newBuilder().sslContext(trusting()).build();
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
                HttpClient trusting =
                        HttpClient.newBuilder().sslContext(trusting()).build()) {
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
        assertRefused(new Tls(place.resolve("none.pem"), good.key()), "--tls-cert", "no such file");
        assertRefused(new Tls(good.certificate(), place.resolve("none.pem")), "--tls-key", "no such file");
        assertRefused(new Tls(good.certificate(), good.certificate()), "--tls-key", "no private key");
        assertRefused(new Tls(good.key(), good.key()), "--tls-cert", "");
        assertRefused(new Tls(good.certificate(), other.key()), "--tls-key", "another certificate");
        start(other).close();
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

    private void assertRefused(Tls tls, String setting, String why) {
        StartupException refused =
                assertThrows(StartupException.class, () -> start(tls).close());
        assertEquals(ExitCode.REFUSED_SETTING, refused.exitCode());
        assertTrue(
                refused.getMessage().contains(setting) && refused.getMessage().contains(why), refused.getMessage());
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

    private static SSLContext trusting() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(open("good"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A certificate for this machine and its key, as PEM files. */
    private static Tls make(String name, String algorithm, @Nullable String curve) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store(name).toString(),
                "-storepass",
                new String(PASSWORD)));
        if (curve != null) {
            command.addAll(List.of("-groupname", curve));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        KeyStore store = open(name);
        Key key = assertInstanceOf(Key.class, store.getKey("server", PASSWORD));
        return new Tls(
                pem(name + ".crt", "CERTIFICATE", store.getCertificate("server").getEncoded()),
                pem(name + ".key", "PRIVATE KEY", key.getEncoded()));
    }

    private static Path store(String name) {
        return certificates.resolve(name + ".p12");
    }

    private static KeyStore open(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(name))) {
            store.load(in, PASSWORD);
        }
        store.setCertificateEntry("trusted", store.getCertificate("server"));
        return store;
    }

    private static Path pem(String name, String kind, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(bytes);
        return Files.writeString(
                certificates.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
