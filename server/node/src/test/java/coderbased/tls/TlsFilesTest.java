package coderbased.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys as tools and authorities write them. */
final class TlsFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa-pss", "rsa-pkcs1", "ec-sec1", "ec-p384", "issuer-first"})
    void oneFileOfBothIsEnoughForAHandshake(String name) throws Exception {
        Path pem = file(name);
        assertShakesHands(new Tls(pem, pem).load());
    }

    @Test
    void windowsLineEndsDoNotMatter() throws Exception {
        Path pem = file("rsa-pkcs1");
        Files.writeString(pem, "\ufeff" + Files.readString(pem).replace("\n", "\r\n"));
        assertEquals(1, new Tls(pem, pem).load().chain().size());
    }

    @Test
    void chainBeginsWithTheServerAndLeavesStrangersOut() throws Exception {
        Path pem = file("issuer-first");
        List<String> chain = new Tls(pem, pem)
                .load().chain().stream()
                        .map(certificate ->
                                certificate.getSubjectX500Principal().getName())
                        .toList();
        assertEquals(List.of("CN=localhost", "CN=Test Intermediate", "CN=Test CA"), chain);
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, encrypted, is encrypted",
        "encrypted-traditional, encrypted-traditional, is encrypted",
        "ed25519, ec-p384, belongs to another certificate",
        "ec-p384, ec-sec1, belongs to another certificate",
        "rsa-pss, rsa-pkcs1, belongs to another certificate",
        "ec-p384, rsa-pkcs1, belongs to another certificate",
    })
    void keyThatCannotBeUsedIsRefusedWithItsReason(String certificate, String key, String reason) throws Exception {
        Tls files = new Tls(file(certificate), file(key));
        String refused = assertThrows(TlsProblem.class, files::load).getMessage();
        assertTrue(refused.contains("--tls-key") && refused.contains(reason), refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----"
            })
    void damagedKeyIsRefusedInWords(String text) throws Exception {
        Path key = Files.writeString(folder.resolve("damaged.pem"), text);
        String refused = assertThrows(TlsProblem.class, new Tls(file("ec-p384"), key)::load)
                .getMessage();
        assertTrue(refused.contains("--tls-key"), refused);
    }

    private Path file(String name) throws IOException {
        try (InputStream in = TlsFilesTest.class.getResourceAsStream(name + ".pem")) {
            return Files.write(folder.resolve(name + ".pem"), in.readAllBytes());
        }
    }

    private static void assertShakesHands(TlsKeys keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys.store(), new char[0]);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("issuer", keys.chain().getLast());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        try (SSLServerSocket server = (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> accept = () -> {
                try (SSLSocket caller = (SSLSocket) server.accept()) {
                    return caller.getInputStream().read();
                }
            };
            var answer = other.submit(accept);
            try (SSLSocket client = (SSLSocket)
                    context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                client.getOutputStream().write(7);
                X509Certificate shown = (X509Certificate) client.getSession().getPeerCertificates()[0];
                assertEquals(keys.chain().getFirst(), shown);
                assertEquals(7, answer.get());
            }
        }
    }
}
