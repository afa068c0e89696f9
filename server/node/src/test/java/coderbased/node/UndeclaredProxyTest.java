package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.auth.linking.LinkCheck;
import coderbased.http.TrustedProxies;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import coderbased.testing.MutableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phone and desktop come through a proxy; nothing that it passes on makes them seem near. */
final class UndeclaredProxyTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DeviceFacts FACTS = new DeviceFacts("Device", "App", "Linux");
    private static final long LIMIT_SECONDS = Deadlines.seconds(30);

    @TempDir
    private Path data;

    private final MutableClock clock = MutableClock.running();
    private @Nullable Node node;

    @AfterEach
    void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void withoutAProxyAPressOnThisMachineSuffices() throws Exception {
        start(Settings.standard(data).withPort(0));
        AuthHttp.LinkOffer offer = scan(new String[0], new String[0]);
        assertTrue(offer.sameNetwork());
        assertNull(offer.checkNumber());
        assertFalse(offer.needsPassword());
        assertEquals("127.0.0.1", offer.address());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 198.51.100.1",
                "X-Forwarded-For | 127.0.0.1",
                "Forwarded | for=127.0.0.1",
                "X-Real-IP | ::1",
                "Via | 1.1 proxy"
            })
    void anUndeclaredProxyMakesNobodyLocal(String header, String value) throws Exception {
        start(Settings.standard(data).withPort(0));
        String[] proxied = {header, value};
        assertFar(scan(proxied, proxied));
        assertFar(scan(proxied, new String[0]));
        assertFar(scan(new String[0], proxied));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "::1", "::ffff:127.0.0.1", "127.0.0.2", "10.9.9.9", "unknown"})
    void aTrustedProxyOnThisMachineMakesNobodyLocal(String claim) throws Exception {
        TrustedProxies wide = TrustedProxies.of(List.of("127.0.0.1", "10.0.0.0/8"));
        start(Settings.standard(data)
                .withPort(0)
                .with(new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), true, wide, null)));
        String[] claimed = {TrustedProxies.HEADER, claim};
        assertFar(scan(claimed, claimed));
        assertFar(scan(claimed, new String[] {TrustedProxies.HEADER, "192.168.7.20"}));
        AuthHttp.LinkOffer neighbours = scan(
                new String[] {TrustedProxies.HEADER, "192.168.7.21"},
                new String[] {TrustedProxies.HEADER, "192.168.7.20"});
        assertTrue(neighbours.sameNetwork(), "who the proxy really names is where it says");
        assertTrue(neighbours.needsPassword());
    }

    @Test
    void aCallerOnTheProxysMachineIsServedFromAnUnknownAddress() throws Exception {
        TrustedProxies here = TrustedProxies.of(List.of("127.0.0.1"));
        start(Settings.standard(data)
                .withPort(0)
                .with(new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), true, here, null)));
        assertFar(scan(new String[0], new String[0]));
        assertFar(scan(new String[] {TrustedProxies.HEADER, "127.0.0.1"}, new String[0]));
    }

    private static void assertFar(AuthHttp.LinkOffer offer) {
        assertFalse(offer.sameNetwork());
        assertNotNull(offer.checkNumber());
        assertTrue(offer.needsPassword());
    }

    private void start(Settings settings) {
        node = Node.start(settings, clock);
    }

    private int port() {
        assertNotNull(node);
        return node.port();
    }

    /** A phone with these headers scans the code of a desktop with those. */
    private AuthHttp.LinkOffer scan(String[] phone, String[] desktop) throws Exception {
        TestKey key = new TestKey();
        String handle = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        AuthHttp.SignUp said =
                new AuthHttp.SignUp(handle, handle, new Secret("correct horse battery"), FACTS, key.publicHalf());
        AuthHttp.SignedIn in = post(AuthHttp.ACCOUNTS, said, phone, null, key, AuthHttp.SignedIn.class);
        clock.turn(Duration.ofHours(1));
        CompletableFuture<String> shown = new CompletableFuture<>();
        WebSocket socket = open(desktop, shown);
        GuestClientMessage.Hello hello =
                new GuestClientMessage.Hello(Protocol.VERSION, FACTS, new TestKey().publicHalf());
        socket.sendText(Wire.write(hello), true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        GuestServerMessage.ShowCode code = assertInstanceOf(
                GuestServerMessage.ShowCode.class,
                Wire.read(shown.get(LIMIT_SECONDS, TimeUnit.SECONDS), GuestServerMessage.class));
        QrText.Ours ours =
                assertInstanceOf(QrText.Ours.class, QrText.read(code.qrText().value(), in.serverId()));
        AuthHttp.ClaimCode claim =
                new AuthHttp.ClaimCode(new Secret(ours.token().text()), null);
        AuthHttp.LinkOffer offer =
                post(AuthHttp.LINKS, claim, phone, in.authToken().value(), key, AuthHttp.LinkOffer.class);
        socket.abort();
        return offer;
    }

    private WebSocket open(String[] headers, CompletableFuture<String> first) throws Exception {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        URI address = URI.create("ws://127.0.0.1:" + port() + Protocol.GUEST_PATH);
        return builder.buildAsync(address, new FirstText(first)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private <T> T post(String path, Object body, String[] headers, @Nullable String token, TestKey key, Class<T> answer)
            throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Wire.write(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.headers(key.headers("POST", address, token, clock.instant()));
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(201, response.statusCode(), response.body());
        return Wire.read(response.body(), answer);
    }

    /** Hears the first message, which has one part. */
    private record FirstText(CompletableFuture<String> heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.complete(text.toString());
            return null;
        }
    }
}
