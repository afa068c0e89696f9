package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coderbased.auth.TestKey;
import coderbased.auth.linking.LinkCheck;
import coderbased.chat.ChatLimits;
import coderbased.http.TrustedProxies;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped recipes, run by the real programs where this machine has them, on a port of their own. */
final class RecipesTest {

    private static final int HEADER_CHARS = 6_000;

    /** Enough that each of two nodes has one. */
    private static final int SOCKETS = 4;

    private static final Pattern SENT = Pattern.compile("(?m)^\\s*proxy_set_header (\\S+) (\\S+);");

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private static Node node;

    @BeforeAll
    static void startANodeBehindAProxy() {
        node = nodeBehindAProxy(data.resolve("data"));
    }

    private static Node nodeBehindAProxy(Path data) {
        TrustedProxies proxies = TrustedProxies.of(List.of("127.0.0.1"));
        return Node.start(
                Settings.standard(data)
                        .withPort(0)
                        .with(ChatLimits.standard().withAuthenticateTimeout(Duration.ofHours(1)))
                        .with(new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), true, proxies, null)),
                Clock.systemUTC());
    }

    @AfterAll
    static void stopIt() {
        node.close();
    }

    @Test
    void nginxPassesTheNameWithItsPortAndTheRealCaller() {
        Map<String, String> sent = new TreeMap<>();
        Matcher headers = SENT.matcher(RunningProxy.Kind.NGINX.text());
        while (headers.find()) {
            sent.put(headers.group(1), headers.group(2));
        }
        assertEquals(
                Map.of(
                        "Host", "$http_host",
                        "Upgrade", "$http_upgrade",
                        "Connection", "$connection_upgrade",
                        "X-Forwarded-For", "$remote_addr"),
                sent);
    }

    @Test
    void haproxyPassesTheNameAndTheRealCaller() {
        List<String> changes = RunningProxy.Kind.HAPROXY
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("http-request"))
                .toList();
        assertEquals(List.of("http-request set-header X-Forwarded-For %[src]"), changes);
    }

    /** Two of the three nodes are being restarted; no caller notices. */
    @ParameterizedTest
    @CsvSource({"NGINX, false", "NGINX, true", "HAPROXY, false", "HAPROXY, true"})
    void devicesAreServedThroughTheProxyWhileNodesRestart(RunningProxy.Kind kind, boolean isHttp2) throws Exception {
        assumeTrue(kind.installed().isPresent(), kind + " is not installed here");
        List<Integer> nodes = List.of(unused(), node.port(), unused());
        try (RunningProxy proxy = new RunningProxy(kind, folder, nodes, isHttp2);
                HttpClient http = HttpClient.newBuilder()
                        .sslContext(TestCertificate.FIRST.trusting())
                        .build()) {
            HttpResponse<String> devices = signedCall(http, proxy.port());
            assertEquals(200, devices.statusCode(), devices.body());
            assertEquals(isHttp2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1, devices.version());
            WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("wss://127.0.0.1:" + proxy.port() + Protocol.GUEST_PATH),
                            new WebSocket.Listener() {})
                    .get(Deadlines.seconds(30), TimeUnit.SECONDS);
            socket.abort();
        }
    }

    /** The clients of a node that stops are told so through the proxy; the other node takes them and their calls. */
    @ParameterizedTest
    @EnumSource(RunningProxy.Kind.class)
    void devicesOfAStoppingNodeMoveToTheOtherOne(RunningProxy.Kind kind) throws Exception {
        assumeTrue(kind.installed().isPresent(), kind + " is not installed here");
        BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        Node stopping = nodeBehindAProxy(folder.resolve("stopping"));
        try (RunningProxy proxy =
                        new RunningProxy(kind, folder, List.of(stopping.port(), node.port(), unused()), false);
                HttpClient http = HttpClient.newBuilder()
                        .sslContext(TestCertificate.FIRST.trusting())
                        .build()) {
            List<WebSocket> sockets = new ArrayList<>();
            for (int i = 0; i < SOCKETS; i++) {
                sockets.add(waiting(http, proxy, closed));
            }
            stopping.close();
            assertEquals(CloseCode.RESTART.number(), closed.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
            sockets.add(waiting(http, proxy, closed));
            assertEquals(200, signedCall(http, proxy.port()).statusCode());
            sockets.forEach(WebSocket::abort);
        }
    }

    /**
     * Opens the WebSocket of a guest, who comes again while the proxy finds no node: on a busy machine it takes slow
     * nodes for dead ones. A close tells its code.
     */
    private static WebSocket waiting(HttpClient http, RunningProxy proxy, Queue<Integer> closed) {
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.add(code);
                return null;
            }
        };
        return Eventually.found(
                "a node takes the guest",
                () -> http.newWebSocketBuilder()
                        .buildAsync(URI.create("wss://127.0.0.1:" + proxy.port() + Protocol.GUEST_PATH), listener)
                        .handle((socket, _) -> Optional.ofNullable(socket))
                        .join());
    }

    @ParameterizedTest
    @CsvSource({"NGINX, false", "NGINX, true", "HAPROXY, false", "HAPROXY, true"})
    void aNodeIsToldNameAndCallerAsTheProxySeesThem(RunningProxy.Kind kind, boolean isHttp2) throws Exception {
        assumeTrue(kind.installed().isPresent(), kind + " is not installed here");
        try (RecordingServer server = new RecordingServer();
                RunningProxy proxy =
                        new RunningProxy(kind, folder, List.of(server.port(), server.port(), server.port()), isHttp2);
                HttpClient http = HttpClient.newBuilder()
                        .sslContext(TestCertificate.FIRST.trusting())
                        .build()) {
            String large = "x".repeat(HEADER_CHARS);
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + proxy.port() + "/auth/x"))
                    .header(TrustedProxies.HEADER, "203.0.113.9")
                    .header("X-Large", large)
                    .build();
            assertEquals(
                    204,
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
            Map<String, List<String>> seen = server.headersOf("/auth/x");
            assertEquals(List.of("localhost:" + proxy.port()), seen.get("host"));
            assertEquals(List.of("127.0.0.1"), seen.get("x-forwarded-for"), "the caller's own claim is dropped");
            assertEquals(List.of(large), seen.get("x-large"));
        }
    }

    @Test
    void composeNamesSettingsThatExistAndTrustsItsBalancerOnly() throws IOException {
        String compose = Files.readString(Path.of("deploy", "compose.yaml"));
        String known = ServerMain.program(Map.of()).getUsageMessage();
        String dockerfile = Files.readString(Path.of("deploy", "Dockerfile"));
        Matcher names = Pattern.compile("CODERBASED_[A-Z_]+").matcher(compose + dockerfile);
        while (names.find()) {
            String option = "--"
                    + names.group()
                            .substring("CODERBASED_".length())
                            .toLowerCase()
                            .replace('_', '-');
            assertTrue(known.contains(option), option);
        }
        assertEquals(found(compose, "CODERBASED_TRUSTED_PROXIES: (\\S+)"), found(compose, "ipv4_address: (\\S+)"));
        assertTrue(compose.contains("./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"));
        assertTrue(compose.contains("./chat.pem:" + found(RunningProxy.Kind.HAPROXY.text(), "crt (\\S+)") + ":ro"));
    }

    @Test
    void composeLooksAtTheHealthOfANode() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        String check = found(Files.readString(Path.of("deploy", "compose.yaml")), "- (exec 3<>.*)");
        assertEquals(0, bash(check.replace("7070", Integer.toString(node.port()))));
        assertTrue(bash(check.replace("7070", Integer.toString(unused()))) != 0);
    }

    /** The first node's keys are copied once; a node that has its own keeps them. */
    @Test
    void composeGivesEveryNodeTheFirstOnesKeys() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        String copy = found(Files.readString(Path.of("deploy", "compose.yaml")), "(for key in .*; done);")
                .replace("$$", "$");
        Path first = Files.createDirectory(folder.resolve("first"));
        Path own = Files.createDirectory(folder.resolve("own"));
        for (String key : List.of("server-id", "signing-key.pem", "admin-token")) {
            Files.writeString(first.resolve(key), "first");
            assertTrue(Files.exists(data.resolve("data").resolve(key)), key + " is a key of a node");
        }
        Files.writeString(own.resolve("admin-token"), "own");
        assertEquals(0, bash(copy.replace("/data/", own + "/").replace("/first/", first + "/")));
        assertEquals("first", Files.readString(own.resolve("server-id")));
        assertEquals("first", Files.readString(own.resolve("signing-key.pem")));
        assertEquals("own", Files.readString(own.resolve("admin-token")));
    }

    private static HttpResponse<String> signedCall(HttpClient http, int port) throws Exception {
        URI proxy = URI.create("https://127.0.0.1:" + port);
        TestKey key = new TestKey();
        String handle = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        AuthHttp.SignUp person = new AuthHttp.SignUp(
                handle,
                handle,
                new Secret("correct horse battery"),
                new DeviceFacts("Device", "App", "Linux"),
                key.publicHalf());
        HttpRequest signUp = HttpRequest.newBuilder(proxy.resolve(AuthHttp.ACCOUNTS))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Wire.write(person)))
                .build();
        HttpResponse<String> signedUp = http.send(signUp, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, signedUp.statusCode(), signedUp.body());
        String token =
                Wire.read(signedUp.body(), AuthHttp.SignedIn.class).authToken().value();
        URI devices = proxy.resolve(AuthHttp.DEVICES);
        HttpRequest request = HttpRequest.newBuilder(devices)
                .headers(key.headers("GET", devices, token, Instant.now()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private static int bash(String command) throws Exception {
        return new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Returns a port where nobody listens. */
    private static int unused() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
