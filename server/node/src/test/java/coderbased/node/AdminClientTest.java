package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.auth.linking.LinkCheck;
import coderbased.auth.tokens.AuthKeys;
import coderbased.http.TrustedProxies;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.testing.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The people who run a server have a door of their own, whatever stands before the public one. */
final class AdminClientTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The servers of this class, one for each front. */
    private static final Map<Front, Node> NODES = new EnumMap<>(Front.class);

    @TempDir
    private static Path place;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The kinds of proxy before the public port. */
    enum Front {
        NOTHING(false, TrustedProxies.NONE),
        SOME_PROXY(true, TrustedProxies.NONE),
        PROXY_HERE(true, TrustedProxies.of(List.of("127.0.0.1", "::1"))),
        PROXY_ELSEWHERE(true, TrustedProxies.of(List.of("203.0.113.1"))),
        EVERYBODY_IS_A_PROXY(false, TrustedProxies.of(List.of("0.0.0.0/0", "::/0")));

        final Settings.Trust trust;

        Front(boolean behindTlsProxy, TrustedProxies proxies) {
            trust = new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), behindTlsProxy, proxies, null);
        }
    }

    @AfterAll
    static void stop() {
        NODES.values().forEach(Node::close);
        NODES.clear();
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandReachesTheServer(Front front) throws Exception {
        signUp(node(front), "ada");
        assertTrue(run(front, "accounts").contains("ada"));
        assertTrue(run(front, "sessions", "ada").contains("Phone"));
        assertTrue(run(front, "ban", "ada", "--reason=Spam").contains("ada is suspended"));
        assertTrue(run(front, "accounts").contains("suspended"));
        run(front, "unban", "ada");
        assertFalse(run(front, "accounts").contains("suspended"));
    }

    @ParameterizedTest
    @EnumSource
    void thePublicPortHasNoAdminCallsEvenForTheAdminToken(Front front) throws Exception {
        Node node = node(front);
        String token = "Bearer " + token(front);
        for (String path : List.of("/admin/accounts", "/admin/accounts/ada/sessions", "/admin", "/admin/")) {
            assertEquals(404, get(node.address(), path, "Authorization", token), path);
        }
        for (String method : List.of("PUT", "DELETE")) {
            assertEquals(404, call(method, node.address(), "/admin/accounts/ada/ban", "Authorization", token));
        }
        assertEquals(200, get(node.adminAddress(), "/admin/accounts", "Authorization", token));
        assertEquals(401, get(node.adminAddress(), "/admin/accounts"));
        assertEquals(403, get(node.adminAddress(), "/admin/accounts", "Authorization", "Bearer wrong"));
        assertEquals(404, get(node.adminAddress(), AuthHttp.SERVER), "and the admin door has nothing else");
    }

    @ParameterizedTest
    @EnumSource
    void thePublicPortShowsMetricsForTheAdminTokenOnly(Front front) throws Exception {
        Node node = node(front);
        String token = "Bearer " + token(front);
        assertEquals(200, get(node.address(), "/metrics", "Authorization", token));
        assertEquals(403, get(node.address(), "/metrics", "Authorization", "Bearer wrong"));
        assertEquals(401, get(node.address(), "/metrics"));
        for (String claim : List.of("127.0.0.1", "::1", "::ffff:127.0.0.1", "unknown", "")) {
            assertEquals(401, get(node.address(), "/metrics", "X-Forwarded-For", claim), claim);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAdminPortShowsMetricsToThisMachineAndNotBehindAProxy(Front front) throws Exception {
        Node node = node(front);
        assertEquals(200, get(node.adminAddress(), "/metrics"));
        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")) {
            assertEquals(401, get(node.adminAddress(), "/metrics", header, "127.0.0.1"), header);
        }
        URI door = URI.create(node.adminAddress());
        String rebound =
                "GET /metrics HTTP/1.1\r\nHost: evil.example:" + door.getPort() + "\r\nConnection: close\r\n\r\n";
        assertEquals(4, RawCall.status(RawCall.answer(door.getPort(), rebound)) / 100);
    }

    @ParameterizedTest
    @EnumSource
    void bothPortsReportTheServersState(Front front) throws Exception {
        Node node = node(front);
        for (String door : List.of(node.address(), node.adminAddress())) {
            assertEquals(200, get(door, "/health/live"));
            assertEquals(200, get(door, "/health/ready"));
        }
    }

    @Test
    void aFixedAdminPortIsUsedAndAConflictIsNamed() throws Exception {
        Settings settings = Settings.standard(place.resolve("fixed"));
        // No port of the operating system's choice, which it gives to others between the two.
        int free = FreePort.choose(new SplittableRandom());
        try (ServerSocket _ = new ServerSocket(free, 1, InetAddress.getByName(AdminSocket.HOST))) {
            Settings taken = settings.with(new Settings.Address("127.0.0.1", 0, free));
            StartupException refused = assertThrows(StartupException.class, () -> Node.start(taken, Clock.systemUTC()));
            assertEquals(ExitCode.PORT_IN_USE, refused.exitCode());
            assertTrue(refused.getMessage().contains("--admin-port"), refused.getMessage());
        }
        try (Node node = Node.start(settings.with(new Settings.Address("127.0.0.1", 0, free)), Clock.systemUTC())) {
            assertEquals("http://127.0.0.1:" + free, node.adminAddress());
            assertEquals(200, get(node.adminAddress(), "/health/live"));
        }
    }

    private static Node node(Front front) {
        return NODES.computeIfAbsent(
                front,
                first -> Node.start(Settings.standard(data(first)).withPort(0).with(first.trust), Clock.systemUTC()));
    }

    private static Path data(Front front) {
        return place.resolve(front.name());
    }

    private String run(Front front, String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine program = ServerMain.program(Map.of());
        program.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--data=" + data(front);
        assertEquals(ExitCode.DONE.number(), program.execute(all), err.toString());
        return out.toString();
    }

    private static String token(Front front) throws Exception {
        return Files.readString(data(front).resolve(AuthKeys.ADMIN_TOKEN_FILE)).strip();
    }

    private static void signUp(Node node, String handle) throws Exception {
        DeviceFacts phone = new DeviceFacts("Phone", "App", "Linux");
        String body = Wire.write(new AuthHttp.SignUp(
                handle, handle, new Secret("correct horse battery"), phone, new TestKey().publicHalf()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + AuthHttp.ACCOUNTS))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertEquals(
                201, HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    private static int get(String door, String path, String... headers) throws Exception {
        return call("GET", door, path, headers);
    }

    private static int call(String method, String door, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
