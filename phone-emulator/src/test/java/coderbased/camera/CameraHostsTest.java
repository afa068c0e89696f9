package coderbased.camera;

import static coderbased.camera.RawCamera.TEXT;
import static coderbased.camera.RawCamera.refuse;
import static coderbased.camera.RawCamera.stream;
import static coderbased.camera.RawCamera.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.camera.RawCamera.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and names of cameras. */
class CameraHostsTest {

    private static final char[] STORE_PASSWORD = "secret".toCharArray();

    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
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

    private void assertShown(String path, Answer answer) throws Exception {
        try (RawCamera camera = new RawCamera(answer)) {
            watch(camera.address(path));
            watcher.awaitText(TEXT);
        }
    }

    private void watch(URI address) {
        watcher.pipeline().start(new NetworkCamera(address));
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
