package coderbased.camera;

import static coderbased.camera.RawCamera.encoded;
import static coderbased.camera.RawCamera.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.RawCamera.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, passwords, names and certificates of cameras, and the reason for each failure. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CameraAnswersTest {

    private static final String TEXT = "SEEN AT LAST";
    private static final byte[] JPEG = encoded("jpeg", Pictures.code(TEXT));
    private static final char[] STORE_PASSWORD = "secret".toCharArray();

    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) throws Exception {
        assertShown("/old?a=b", (request, out) -> {
            if (request.startsWith("GET /old?a=b ")) {
                refuse(out, status, "Location: /new?c=d");
            } else {
                assertTrue(request.startsWith("GET /new?c=d "), request);
                stream(out);
            }
        });
    }

    @Test
    void redirectWithoutEndIsReported() throws Exception {
        assertTrouble(CameraTrouble.REDIRECTED_IN_A_CIRCLE, (request, out) -> refuse(out, 302, "Location: /again"));
    }

    @Test
    void passwordStaysWithItsHost() throws Exception {
        try (RawCamera other =
                new RawCamera((request, out) -> refuse(out, 401, "WWW-Authenticate: Basic realm=\"x\""))) {
            try (RawCamera camera = new RawCamera(
                    (request, out) -> refuse(out, 302, "Location: http://localhost:" + other.port() + "/taken"))) {
                watch(URI.create("http://guest:secret@127.0.0.1:" + camera.port() + "/"));
                watcher.awaitTrouble(CameraTrouble.WRONG_PASSWORD);
            }
            assertFalse(other.requests().isEmpty());
            other.requests().forEach(request -> assertFalse(request.contains("Authorization"), request));
        }
    }

    @Test
    void redirectToHttpsIsFollowed(@TempDir Path folder) throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext own = selfSigned(folder);
        SSLContext.setDefault(own);
        try (RawCamera secure = overTls(own, (request, out) -> stream(out))) {
            String target = "https://localhost:" + secure.port() + "/";
            assertShown("/", (request, out) -> refuse(out, 301, "Location: " + target));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void certificateThatNobodyVouchesForIsReported(@TempDir Path folder) throws Exception {
        try (RawCamera secure = overTls(selfSigned(folder), (request, out) -> stream(out))) {
            watch(URI.create("https://localhost:" + secure.port() + "/"));
            watcher.awaitTrouble(CameraTrouble.CERTIFICATE);
        }
    }

    @Test
    void httpsToAPlainCameraIsReported() throws Exception {
        ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress()) {
            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                write(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
                return socket;
            }
        };
        try (RawCamera camera = new RawCamera(plain, (request, out) -> {})) {
            watch(URI.create("https://127.0.0.1:" + camera.port() + "/"));
            watcher.awaitTrouble(CameraTrouble.NO_TLS);
        }
    }

    @ParameterizedTest
    @CsvSource({"MD5,auth", "MD5,", "SHA-256,auth", "MD5-sess,auth", "SHA-256-sess,'auth,auth-int'", ",auth"})
    void digestIsAnswered(String algorithm, String qop) throws Exception {
        String offer = "WWW-Authenticate: Digest realm=\"a, camera\", nonce=\"n0nce\", opaque=\"op\""
                + (algorithm == null ? "" : ", algorithm=" + algorithm)
                + (qop == null ? "" : ", qop=\"" + qop + "\"");
        try (RawCamera camera = new RawCamera((request, out) -> {
            if (isRight(request, algorithm == null ? "MD5" : algorithm, "gr\u00fcn", StandardCharsets.UTF_8)) {
                stream(out);
            } else {
                refuse(out, 401, offer + "\r\nWWW-Authenticate: Basic realm=\"a\"");
            }
        })) {
            watch(URI.create("http://guest:gr%C3%BCn@127.0.0.1:" + camera.port() + "/video?x=1,2"));
            watcher.awaitText(TEXT);
            assertEquals(2, camera.requests().size());
            camera.requests().forEach(request -> assertFalse(request.contains("Basic "), request));
        }
    }

    @Test
    void wrongPasswordForDigestIsReported() throws Exception {
        try (RawCamera camera = new RawCamera((request, out) ->
                refuse(out, 401, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n0nce\", qop=\"auth\""))) {
            watch(URI.create("http://guest:wrong@127.0.0.1:" + camera.port() + "/"));
            watcher.awaitTrouble(CameraTrouble.WRONG_PASSWORD);
            assertEquals(2, camera.requests().size());
        }
    }

    @Test
    void digestOfSinglePicturesIsRenewedWhenItsNumberIsOld() throws Exception {
        AtomicInteger served = new AtomicInteger();
        try (RawCamera camera = new RawCamera((request, out) -> {
            boolean isRight = isRight(request, "MD5", "secret", StandardCharsets.UTF_8);
            if (isRight && served.incrementAndGet() % 3 != 0) {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nConnection: close\r\n\r\n");
                out.write(JPEG);
            } else {
                refuse(out, 401, "WWW-Authenticate: Digest realm=\"r\", nonce=\"" + served + "\", qop=\"auth\"");
            }
        })) {
            watch(URI.create("http://guest:secret@127.0.0.1:" + camera.port() + "/"));
            watcher.awaitLooks(8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void passwordBeyondAsciiIsSentAsTheCameraWritesIt(String charset) throws Exception {
        String right = Base64.getEncoder().encodeToString("guest:gr\u00fcn".getBytes(Charset.forName(charset)));
        try (RawCamera camera = new RawCamera((request, out) -> {
            if (request.contains("Authorization: Basic " + right)) {
                stream(out);
            } else {
                refuse(out, 401, "WWW-Authenticate: Basic realm=\"r\"");
            }
        })) {
            for (String spelled : new String[] {"gr%C3%BCn", "gr\u00fcn", "%67r%c3%bcn"}) {
                watch(URI.create("http://guest:" + spelled + "@127.0.0.1:" + camera.port() + "/"));
                watcher.awaitText(TEXT);
            }
        }
    }

    @Test
    void hostNameMayHaveUnderscores() throws Exception {
        try (RawCamera camera = new RawCamera((request, out) -> stream(out))) {
            URI address = URI.create("http://my_cam_1:" + camera.port() + "/video");
            CameraChoice choice = CameraChoice.parse(address.toString());
            assertEquals(new CameraChoice.Network(address), choice);
            assertEquals("Network[my_cam_1]", choice.toString());
            NetworkCamera named = new NetworkCamera(address, host -> {
                assertEquals("my_cam_1", host);
                return InetAddress.getLoopbackAddress();
            });
            assertEquals("Camera at my_cam_1", named.name());
            watcher.pipeline().start(named);
            watcher.awaitText(TEXT);
        }
    }

    @Test
    void unknownHostIsReported() throws Exception {
        watcher.pipeline().start(new NetworkCamera(URI.create("http://no_such_cam/"), host -> {
            throw new UnknownHostException(host);
        }));
        watcher.awaitTrouble(CameraTrouble.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "401, PASSWORD",
        "403, FORBIDDEN",
        "404, NO_SUCH_PATH",
        "410, NO_SUCH_PATH",
        "429, WATCHED_BY_OTHERS",
        "503, WATCHED_BY_OTHERS",
        "500, CAMERA_FAILED",
        "400, NO_PICTURES"
    })
    void everyRefusalHasItsReason(int status, CameraTrouble trouble) throws Exception {
        assertTrouble(trouble, (request, out) -> refuse(out, status, "X-Y: z"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, NO_PICTURES",
        "application/json, NO_PICTURES",
        "video/mp4, SENDS_VIDEO",
        "multipart/x-mixed-replace; boundary=b, NO_PICTURES"
    })
    void answerWithoutPicturesIsReported(String type, CameraTrouble trouble) throws Exception {
        assertTrouble(
                trouble,
                (request, out) -> write(
                        out, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n<p>This is the camera's page.</p>"));
    }

    @Test
    void picturesOfAnUnknownKindAreReported() throws Exception {
        assertTrouble(CameraTrouble.UNKNOWN_PICTURES, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
            while (true) {
                write(out, "--b\r\nContent-Type: image/jp2\r\nContent-Length: 7\r\n\r\nnothing\r\n");
                Thread.sleep(5);
            }
        });
    }

    @Test
    void hostThatDoesNotSpeakHttpIsReported() throws Exception {
        assertTrouble(CameraTrouble.NOT_HTTP, (request, out) -> write(out, "RTSP/1.0 400 Bad Request\r\n\r\n"));
        assertTrouble(CameraTrouble.NO_ANSWER, (request, out) -> {});
    }

    @Test
    void silentCameraIsReported() throws Exception {
        Patience brief = new Patience(
                Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(150), Duration.ofMillis(300));
        try (Watcher hasty = new Watcher(new WarmUp(), brief);
                RawCamera camera = new RawCamera((request, out) -> new CountDownLatch(1).await())) {
            hasty.pipeline().start(new NetworkCamera(camera.address("/")));
            hasty.awaitTrouble(CameraTrouble.NO_ANSWER);
        }
    }

    private void assertShown(String path, Answer answer) throws Exception {
        try (RawCamera camera = new RawCamera(answer)) {
            watch(camera.address(path));
            watcher.awaitText(TEXT);
        }
    }

    private void assertTrouble(CameraTrouble wanted, Answer answer) throws Exception {
        try (RawCamera camera = new RawCamera(answer)) {
            watch(camera.address("/"));
            watcher.awaitTrouble(wanted);
        }
    }

    private void watch(URI address) {
        watcher.pipeline().start(new NetworkCamera(address));
    }

    private static void stream(OutputStream out) throws IOException, InterruptedException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n");
        while (true) {
            write(out, "--b\r\nContent-Length: " + JPEG.length + "\r\n\r\n");
            out.write(JPEG);
            write(out, "\r\n");
            Thread.sleep(30);
        }
    }

    private static void refuse(OutputStream out, int status, String header) throws IOException {
        write(out, "HTTP/1.1 " + status + " No\r\n" + header + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    /** Computes the answer of RFC 7616 section 3.4.1 again, from the request's own parameters. */
    private static boolean isRight(String request, String algorithm, String password, Charset charset) {
        String answer = value(request, "response");
        if (answer.isEmpty()) {
            return false;
        }
        String hash = algorithm.replace("-sess", "");
        String first = hex(hash, "guest:" + value(request, "realm") + ":" + password, charset);
        String nonce = value(request, "nonce");
        if (algorithm.endsWith("-sess")) {
            first = hex(hash, first + ":" + nonce + ":" + value(request, "cnonce"), charset);
        }
        String path = request.substring("GET ".length(), request.indexOf(" HTTP"));
        assertEquals(path, value(request, "uri"));
        String second = hex(hash, "GET:" + path, charset);
        String middle = value(request, "qop").isEmpty()
                ? nonce
                : nonce + ":" + value(request, "nc") + ":" + value(request, "cnonce") + ":auth";
        return answer.equals(hex(hash, first + ":" + middle + ":" + second, charset));
    }

    private static String value(String request, String name) {
        Matcher found = Pattern.compile("[ ,]" + name + "=(?:\"([^\"]*)\"|([^\",\r ]+))")
                .matcher(request);
        return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String hex(String algorithm, String text, Charset charset) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(charset)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RawCamera overTls(SSLContext tls, Answer answer) throws IOException {
        return new RawCamera(
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    }

    /** Makes a certificate for localhost; the context has its key and trusts it. */
    private static SSLContext selfSigned(Path folder) throws Exception {
        Path file = folder.resolve("own.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(STORE_PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", store.getCertificate("mykey"));
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }
}
