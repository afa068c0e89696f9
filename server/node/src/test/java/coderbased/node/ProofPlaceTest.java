package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.TestKey;
import coderbased.auth.linking.LinkCheck;
import coderbased.http.TrustedProxies;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof counts for the names that the server has, not for whatever name its caller uses (RFC 9449 section 4.3). */
final class ProofPlaceTest {

    private static final String OK = "200";
    private static final String NOT_HERE = "421";
    private static final String REFUSED = "401";

    @TempDir
    private Path data;

    private final TestKey key = new TestKey();
    private Node node;
    private String token;

    @Test
    void aProofForAnotherServerIsRefusedEvenWithItsName() throws Exception {
        try (Node _ = start(TrustedProxies.NONE, Set.of())) {
            String own = "localhost:" + node.port();
            assertEquals(OK, answer("http://" + own, own));
            assertEquals(REFUSED, answer("http://evil.example", own));
            assertEquals(REFUSED, answer("http://localhost:9", own));
            assertEquals(REFUSED, answer("http://127.0.0.1:" + node.port(), own), "another name is another place");
            assertEquals(NOT_HERE, answer("http://evil.example", "evil.example"));
        }
    }

    @Test
    void aProofIsValidForTheAllowedNameAndPortOnly() throws Exception {
        try (Node _ = start(TrustedProxies.NONE, Set.of("chat.example.org:8443"))) {
            assertEquals(OK, answer("https://chat.example.org:8443", "chat.example.org:8443"));
            assertEquals(NOT_HERE, answer("https://chat.example.org:9443", "chat.example.org:9443"));
            assertEquals(NOT_HERE, answer("https://chat.example.org", "chat.example.org"));
            assertEquals(NOT_HERE, answer("http://localhost:9", "localhost:9"));
            assertEquals(OK, answer("http://localhost:" + node.port(), "localhost:" + node.port()));
        }
    }

    @Test
    void proxyHeadersDoNotChangeTheServersName() throws Exception {
        for (TrustedProxies proxies : List.of(TrustedProxies.NONE, TrustedProxies.of(List.of("127.0.0.1")))) {
            try (Node _ = start(proxies, Set.of("chat.example.org"))) {
                String forwarded = "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Host: evil.example\r\n"
                        + "X-Forwarded-Port: 9\r\nForwarded: for=192.0.2.7;host=evil.example\r\n";
                assertEquals(OK, answer("https://chat.example.org", "chat.example.org", forwarded));
                assertEquals(REFUSED, answer("https://evil.example", "chat.example.org", forwarded));
                assertEquals(REFUSED, answer("https://chat.example.org:9", "chat.example.org", forwarded));
                assertEquals(NOT_HERE, answer("https://evil.example", "evil.example", forwarded));
            }
        }
    }

    private Node start(TrustedProxies proxies, Set<String> names) throws IOException {
        Settings.Trust trust =
                new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), proxies.areKnown(), proxies, null, names);
        Path folder = data.resolve(proxies.areKnown() ? "proxied" : "plain");
        node = Node.start(Settings.standard(folder).withPort(0).with(trust), Clock.systemUTC());
        DeviceFacts phone = new DeviceFacts("Phone", "Test 1", "TestOS");
        String body = Wire.write(
                new AuthHttp.SignUp("ada", "Ada", new Secret("correct horse battery staple"), phone, key.publicHalf()));
        String answer = RawCall.answer(
                node.port(),
                "POST " + AuthHttp.ACCOUNTS + " HTTP/1.1\r\nHost: localhost:" + node.port()
                        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
        token = answer.replaceFirst("(?s).*\"authToken\":\"([^\"]+)\".*", "$1");
        return node;
    }

    private String answer(String provenFor, String host) throws IOException {
        return answer(provenFor, host, "");
    }

    private String answer(String provenFor, String host, String more) throws IOException {
        String[] own = key.headers("GET", URI.create(provenFor + AuthHttp.DEVICES), token, Instant.now());
        String answer = RawCall.answer(
                node.port(),
                "GET " + AuthHttp.DEVICES + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + more + own[0]
                        + ": " + own[1] + "\r\n" + own[2] + ": " + own[3] + "\r\n\r\n");
        return answer.substring(9, 12);
    }
}
