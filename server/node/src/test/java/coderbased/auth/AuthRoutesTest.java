package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.LinkCheck;
import coderbased.auth.tokens.AuthKeys;
import coderbased.http.Callers;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.testing.Deadlines;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Auth Service's HTTP calls over a real connection. */
class AuthRoutesTest {

    private static final DeviceFacts FACTS = new DeviceFacts("Phone", "App", "Linux");
    private static final String NOBODY = "";

    @TempDir
    private Path folder;

    private AuthWorld world;
    private Database database;
    private Javalin server;
    private HttpClient http;
    private TestKey key = new TestKey();

    @BeforeEach
    void aServerOnAFreePort() throws IOException {
        database = Databases.open(folder.resolve("chat.db"));
        world = new AuthWorld(folder, LinkCheck.ADAPTIVE, new SqlAuthStore(database));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    CallRoutes calls = new CallRoutes(world.auth(), Callers.direct());
                    new AuthRoutes(world.auth(), calls).addTo(config.routes);
                    new AdminRoutes(world.auth(), calls).addTo(config.routes);
                })
                .start("127.0.0.1", 0);
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop();
        world.close();
        database.close();
    }

    @Test
    void aPhoneSignsUpLinksADesktopAndLogsOut() throws Exception {
        AuthHttp.SignedIn ada = signUp("ada");
        TestDesktop desktop = world.desktop();

        AuthHttp.LinkOffer offer = read(
                201,
                call(
                        "POST",
                        AuthHttp.LINKS,
                        ada.authToken().value(),
                        new AuthHttp.ClaimCode(new Secret(desktop.guestToken()), null)),
                AuthHttp.LinkOffer.class);
        assertEquals(AuthWorld.NEIGHBOUR.text(), offer.address());
        desktop.guest().enterNumber(offer.checkNumber().value());
        LinkStatus approved = read(
                200,
                call(
                        "POST",
                        path(AuthHttp.APPROVE, offer.linkId()),
                        ada.authToken().value(),
                        AuthHttp.Approval.PLAIN),
                LinkStatus.class);
        assertEquals(LinkStatus.Step.APPROVED, approved.step());
        desktop.reinitialise();
        assertEquals(
                LinkStatus.Step.LINKED,
                read(
                                200,
                                call(
                                        "GET",
                                        path(AuthHttp.LINK, offer.linkId()),
                                        ada.authToken().value(),
                                        null),
                                LinkStatus.class)
                        .step());

        AuthHttp.Devices devices =
                read(200, call("GET", AuthHttp.DEVICES, ada.authToken().value(), null), AuthHttp.Devices.class);
        String device = devices.devices().getFirst().id();
        assertEquals(
                204,
                call("PATCH", path(AuthHttp.DEVICE, device), ada.authToken().value(), new AuthHttp.Rename("Desk"))
                        .statusCode());
        assertEquals(
                204,
                call("DELETE", AuthHttp.OWN_SESSION, ada.authToken().value(), null)
                        .statusCode());

        Problem out = problem(call("GET", AuthHttp.DEVICES, ada.authToken().value(), null));
        assertEquals(ErrorCode.LOGGED_OUT, out.code());
        assertEquals(LogoutReason.LOGGED_OUT_HERE, out.logout().reason());
        assertEquals(LogoutReason.PHONE_LOGGED_OUT, desktop.refusedWith());
    }

    @Test
    void aPhoneUnlinksDeniesChangesItsPasswordAndDeletesTheAccount() throws Exception {
        AuthHttp.SignedIn ada = signUp("ada");
        String token = ada.authToken().value();
        assertEquals(204, call("DELETE", AuthHttp.DEVICES, token, null).statusCode());
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(call("DELETE", path(AuthHttp.DEVICE, "x"), token, null)).code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(call("POST", path(AuthHttp.DENY, "x"), token, null)).code());
        AuthHttp.ChangePassword change =
                new AuthHttp.ChangePassword(new Secret(AuthWorld.PASSWORD), new Secret("another password"));
        String next = read(201, call("POST", AuthHttp.PASSWORD, token, change), AuthHttp.SignedIn.class)
                .authToken()
                .value();
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                problem(call(
                                "DELETE",
                                AuthHttp.ACCOUNTS,
                                next,
                                new AuthHttp.ConfirmPassword(new Secret(AuthWorld.PASSWORD))))
                        .code());
        assertEquals(
                204,
                call("DELETE", AuthHttp.ACCOUNTS, next, new AuthHttp.ConfirmPassword(new Secret("another password")))
                        .statusCode());
        AuthHttp.SignIn again =
                new AuthHttp.SignIn("ada", new Secret("another password"), FACTS, new TestKey().publicHalf());
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                problem(call("POST", AuthHttp.SESSIONS, NOBODY, again)).code());
    }

    @Test
    void everythingButSigningInNeedsASession() throws Exception {
        for (String[] call : List.of(
                new String[] {"DELETE", AuthHttp.OWN_SESSION},
                new String[] {"DELETE", AuthHttp.ACCOUNTS},
                new String[] {"POST", AuthHttp.PASSWORD},
                new String[] {"POST", AuthHttp.LINKS},
                new String[] {"GET", path(AuthHttp.LINK, "x")},
                new String[] {"POST", path(AuthHttp.APPROVE, "x")},
                new String[] {"POST", path(AuthHttp.DENY, "x")},
                new String[] {"GET", AuthHttp.DEVICES},
                new String[] {"DELETE", AuthHttp.DEVICES},
                new String[] {"PATCH", path(AuthHttp.DEVICE, "x")},
                new String[] {"DELETE", path(AuthHttp.DEVICE, "x")},
                new String[] {"PUT", "/admin/accounts/ada/ban"},
                new String[] {"DELETE", "/admin/accounts/ada/ban"},
                new String[] {"GET", AuthHttp.ADMIN_ACCOUNTS},
                new String[] {"GET", "/admin/accounts/ada/sessions"})) {
            HttpResponse<String> refused = call(call[0], call[1], NOBODY, null);
            assertEquals(ErrorCode.NOT_SIGNED_IN, problem(refused).code(), call[1]);
            assertEquals(
                    "DPoP algs=\"ES256\"",
                    refused.headers().firstValue("WWW-Authenticate").orElseThrow());
            int status = call(call[0], call[1], "garbage", null).statusCode();
            assertTrue(status == 401 || status == 403, call[1]);
        }
    }

    @Test
    void callsReservedForPhonesAreForbiddenToDesktops() throws Exception {
        TestDesktop desktop = world.linked(world.signUp("ada"));
        key = desktop.key();
        assertEquals(
                ErrorCode.NOT_ALLOWED,
                problem(call("GET", AuthHttp.DEVICES, desktop.token(), null)).code());
        assertEquals(
                204, call("DELETE", AuthHttp.OWN_SESSION, desktop.token(), null).statusCode());
    }

    @Test
    void theAdminBansAndUnbans() throws Exception {
        signUp("ada");
        String admin =
                Files.readString(folder.resolve(AuthKeys.ADMIN_TOKEN_FILE)).strip();
        String ban = AuthHttp.ADMIN_BAN.replace("{handle}", "ada");

        assertEquals(
                204, call("PUT", ban, admin, new AuthHttp.Ban(null, "Spam")).statusCode());
        AuthHttp.SignIn in =
                new AuthHttp.SignIn("ada", new Secret(AuthWorld.PASSWORD), FACTS, new TestKey().publicHalf());
        assertEquals(
                "Spam",
                problem(call("POST", AuthHttp.SESSIONS, NOBODY, in)).logout().note());
        AuthHttp.AccountList accounts =
                read(200, call("GET", AuthHttp.ADMIN_ACCOUNTS, admin, null), AuthHttp.AccountList.class);
        assertTrue(accounts.accounts().getFirst().banned());
        assertEquals(204, call("DELETE", ban, admin, null).statusCode());
        assertEquals(201, call("POST", AuthHttp.SESSIONS, NOBODY, in).statusCode());
        String sessions = AuthHttp.ADMIN_SESSIONS.replace("{handle}", "ada");
        assertEquals(
                2,
                read(200, call("GET", sessions, admin, null), AuthHttp.SessionList.class)
                        .sessions()
                        .size());
    }

    @Test
    void badBodiesGetAClearAnswer() throws Exception {
        for (String body : List.of("", "{", "null", "[]", "{\"handle\":1}", "\u0000", "{\"handle\":\"ada\"}")) {
            Problem problem = problem(send("POST", AuthHttp.SESSIONS, NOBODY, body.getBytes(StandardCharsets.UTF_8)));
            assertEquals(ErrorCode.BAD_REQUEST, problem.code(), body);
            assertFalse(problem.message().contains("Exception"), problem.message());
        }
        byte[] notUtf8 = {'{', '"', (byte) 0xC3, '"', '}'};
        assertEquals(
                ErrorCode.BAD_REQUEST,
                problem(send("POST", AuthHttp.SESSIONS, NOBODY, notUtf8)).code());
        byte[] tooBig = new byte[Protocol.MAX_BODY_BYTES + 1];
        assertEquals(
                ErrorCode.TOO_BIG,
                problem(send("POST", AuthHttp.SESSIONS, NOBODY, tooBig)).code());
    }

    @Test
    void unknownPathsAreNotFound() throws Exception {
        assertEquals(404, call("GET", "/auth/nothing", NOBODY, null).statusCode());
    }

    @Test
    void anybodyMayReadTheServersFactsAndKeys() throws Exception {
        AuthHttp.ServerFacts facts = read(200, call("GET", AuthHttp.SERVER, NOBODY, null), AuthHttp.ServerFacts.class);
        assertEquals(world.auth().serverId(), facts.serverId());
        assertEquals(Protocol.VERSION, facts.protocol());
        String keys = call("GET", AuthHttp.JWKS, NOBODY, null).body();
        assertTrue(keys.startsWith("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\","), keys);
        assertFalse(keys.contains("\"d\""), "the private half");
    }

    @Test
    void anErrorInsideTheServerSaysNothingAboutTheServer() throws Exception {
        signUp("ada");
        AuthHttp.SignIn in =
                new AuthHttp.SignIn("ada", new Secret(AuthWorld.PASSWORD), FACTS, new TestKey().publicHalf());
        database.close();

        HttpResponse<String> response = call("POST", AuthHttp.SESSIONS, NOBODY, in);

        assertTrue(response.statusCode() == 503 || response.statusCode() == 500);
        assertFalse(
                response.body().contains("Exception") || response.body().contains("at coderbased"), response.body());
    }

    private AuthHttp.SignedIn signUp(String handle) throws Exception {
        AuthHttp.SignUp said =
                new AuthHttp.SignUp(handle, "Ada", new Secret(AuthWorld.PASSWORD), FACTS, key.publicHalf());
        return read(201, call("POST", AuthHttp.ACCOUNTS, NOBODY, said), AuthHttp.SignedIn.class);
    }

    private static <T> T read(int status, HttpResponse<String> response, Class<T> type) throws Wire.Malformed {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        return Wire.read(response.body(), type);
    }

    /** The problem, which travels with its own status. */
    private static Problem problem(HttpResponse<String> response) throws Wire.Malformed {
        Problem problem = Wire.read(response.body(), Problem.class);
        assertEquals(problem.code().status(), response.statusCode());
        return problem;
    }

    private HttpResponse<String> call(String method, String path, String token, @Nullable Object body)
            throws IOException, InterruptedException {
        return send(
                method,
                path,
                token,
                body == null ? new byte[0] : Wire.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String method, String path, String token, byte[] body)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Deadlines.of(Duration.ofSeconds(20)))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (token.contains(".")) {
            request.headers(key.headers(method, address, token, world.clock.instant()));
        } else if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String path(String pattern, String id) {
        return pattern.replace("{id}", id);
    }
}
