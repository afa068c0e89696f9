package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.Json;
import coderbased.client.keys.MemoryCredentialStore;
import coderbased.client.net.ProblemException;
import coderbased.client.net.Sentences;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phone client against a played server. */
class PhoneTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final AuthHttp.SignedIn ADAS_SESSION =
            new AuthHttp.SignedIn(new Secret("t1"), "s1", People.ADA, PlayedServer.ID);

    private final MemoryCredentialStore kept = MemoryCredentialStore.empty();
    private PlayedServer server;
    private PhoneClient phone;

    @BeforeEach
    void startBoth() {
        server = PlayedServer.start();
        phone = People.phone(server, kept);
        phone.start();
    }

    @AfterEach
    void closeBoth() {
        phone.close();
        server.close();
    }

    @Test
    void signingUpSignsIn() {
        server.answers("POST /auth/accounts", request -> {
            AuthHttp.SignUp body = Json.read(request.body(), AuthHttp.SignUp.class);
            assertEquals("ada", body.handle());
            assertEquals("", request.authorization());
            return ADAS_SESSION;
        });
        done(phone.signUp("ada", "Ada", "correct horse"));
        assertEquals(new PhoneState.SignedIn(People.ADA, null), phone.state());
        assertEquals("t1", kept.login().orElseThrow().token().value());
        ReinitialisationTest.admit(server.device(), "t1", "t2");
    }

    @Test
    void loginOfAnotherServerIsKept() {
        signIn();
        server.device();
        phone.close();
        phone = People.phone(server, kept);
        phone.start();
        server.device().tell(new ChatServerMessage.Challenge("0THERS", "n"));
        PhoneState.SignedOut out =
                (PhoneState.SignedOut) States.phoneState(phone, PhoneState.SignedOut.class::isInstance);
        assertTrue(String.valueOf(out.setAside()).contains("another server. It is kept"), out.toString());
        assertEquals("t1", kept.switchTo(PlayedServer.ID).orElseThrow().token().value());
    }

    @Test
    void wrongPasswordIsReportedInTheServersWords() {
        server.answers("POST /auth/sessions", _ -> Problem.of(ErrorCode.WRONG_PASSWORD, "That is not the password."));
        ProblemException refused = refused(phone.signIn("ada", "wrong"));
        assertEquals("That is not the password.", refused.getMessage());
        assertEquals(ErrorCode.WRONG_PASSWORD, refused.problem().code());
        assertInstanceOf(PhoneState.SignedOut.class, phone.state());
    }

    @Test
    void unreachableServerIsReported() {
        server.close();
        ProblemException away = refused(phone.signIn("ada", "correct horse"));
        assertEquals(ErrorCode.TRY_LATER, away.problem().code());
        assertTrue(away.getMessage().contains("cannot be reached"), away.getMessage());
    }

    @Test
    void foreignServerIsReported() {
        server.answers("POST /auth/sessions", _ -> "<html>hello</html>");
        assertEquals(
                Sentences.notUnderstood(),
                refused(phone.signIn("ada", "correct horse")).getMessage());
        assertTrue(refused(phone.signUp("ada", "Ada", "correct horse"))
                .getMessage()
                .contains("HTTP 404"));
    }

    @Test
    void aScannedCodeIsClaimedAndApproved() {
        signIn();
        QrText.Ours code = assertInstanceOf(
                QrText.Ours.class,
                phone.links()
                        .read(QrText.write(PlayedServer.ID, new GuestToken("N0DE", "0123456789ABCDEFGHJKMNPQRS"))));
        AuthHttp.LinkOffer offer =
                new AuthHttp.LinkOffer("l1", People.OFFICE_PC, "127.0.0.1", true, null, 120_000, false);
        server.answers("POST /auth/links", request -> {
            assertEquals("DPoP t1", request.authorization());
            assertEquals(
                    "N0DE0123456789ABCDEFGHJKMNPQRS",
                    Json.read(request.body(), AuthHttp.ClaimCode.class)
                            .guestToken()
                            .value());
            return offer;
        });
        assertEquals(offer, done(phone.links().claim(code)));
        LinkStatus approved = new LinkStatus("l1", LinkStatus.Step.APPROVED, null, null);
        server.answers("POST /auth/links/l1/approve", _ -> approved);
        assertEquals(approved, done(phone.links().approve("l1")));
    }

    @Test
    void codeOfAnotherServerIsRecognisedWithoutACall() {
        signIn();
        String foreign = QrText.write("0THERS", new GuestToken("N0DE", "0123456789ABCDEFGHJKMNPQRS"));
        assertInstanceOf(QrText.OtherServer.class, phone.links().read(foreign));
        assertThrows(
                IllegalStateException.class,
                () -> People.phone(server, MemoryCredentialStore.empty())
                        .links()
                        .read(foreign));
    }

    @Test
    void linkProgressIsReportedLive() {
        signIn();
        BlockingQueue<LinkStatus> told = new LinkedBlockingQueue<>();
        CountDownLatch devices = new CountDownLatch(2);
        phone.links().onStatus(told::add);
        phone.devices().onChange(devices::countDown);
        Visitor device = server.device();
        ReinitialisationTest.admit(device, "t1", "t2");
        LinkStatus linked = new LinkStatus("l1", LinkStatus.Step.LINKED, null, "Office PC");
        device.tell(new ChatServerMessage.LinkChanged(linked));
        device.tell(new ChatServerMessage.DevicesChanged());
        assertEquals(linked, Eventually.taken(told, "the link's news"));
        Eventually.opened(devices, () -> "the devices' news did not come");
    }

    @Test
    void phoneQueriesLinksThatChangedInItsAbsence() {
        signIn();
        Visitor device = server.device();
        ReinitialisationTest.admit(device, "t1", "t2");
        server.answers(
                "POST /auth/links",
                _ -> new AuthHttp.LinkOffer("l1", People.OFFICE_PC, "127.0.0.1", true, null, 120_000, false));
        done(phone.links().claimTyped("ABCD-EFGH"));
        LinkStatus linked = new LinkStatus("l1", LinkStatus.Step.LINKED, null, "Office PC");
        server.answers("GET /auth/links/l1", _ -> linked);
        BlockingQueue<LinkStatus> told = new LinkedBlockingQueue<>();
        phone.links().onStatus(told::add);
        device.hangUp(CloseCode.TRY_LATER);
        ReinitialisationTest.admit(server.device(), "t2", "t3");
        assertEquals(linked, Eventually.taken(told, "the link's news"));
    }

    @Test
    void refusalIsWordedByTheClient() {
        signIn();
        server.answers(
                "GET /auth/devices", _ -> ProblemReason.SERVER_BUSY.problem().worded("SERVER TEXT"));
        assertEquals(
                "The server is busy. Try again in a moment.",
                refused(phone.devices().list()).problem().message());
    }

    @Test
    void refusalByANewerServerIsShownInItsWords() {
        signIn();
        server.answers(
                "GET /auth/devices",
                _ -> new Problem(ErrorCode.NOT_ALLOWED, "MADE_LATER", null, "Not on Sundays.", null, null));
        assertEquals(
                "Not on Sundays.", refused(phone.devices().list()).problem().message());
    }

    @Test
    void callAfterTheSessionsEndLogsThePhoneOut() {
        signIn();
        Logout banned = new Logout(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, NOON, null, "spam");
        server.answers(
                "GET /auth/devices",
                _ -> Problem.of(ErrorCode.LOGGED_OUT, "Suspended.").with(banned));
        assertEquals(
                ErrorCode.LOGGED_OUT, refused(phone.devices().list()).problem().code());
        assertEquals(
                new PhoneState.SignedOut(banned), States.phoneState(phone, PhoneState.SignedOut.class::isInstance));
        assertTrue(kept.login().isEmpty());
    }

    @Test
    void logoutIsAcknowledgedOnceEverythingIsWiped() {
        signIn();
        Visitor device = server.device();
        ReinitialisationTest.admit(device, "t1", "t2");
        BlockingQueue<String> receipts = new LinkedBlockingQueue<>();
        server.answers("POST /auth/session/receipt", request -> {
            receipts.add(request.authorization() + (kept.login().isEmpty() ? ", wiped" : ", not wiped"));
            return null;
        });
        device.tell(new ChatServerMessage.LoggedOut(Logout.of(LogoutReason.PASSWORD_CHANGED, Initiator.USER, NOON)));
        assertEquals("DPoP t2, wiped", Eventually.taken(receipts, "the receipt"));
    }

    @Test
    void unknownSessionIsNotAcknowledged() throws Exception {
        signIn();
        Visitor device = server.device();
        BlockingQueue<String> receipts = new LinkedBlockingQueue<>();
        server.answers("POST /auth/session/receipt", request -> {
            receipts.add(request.authorization());
            return null;
        });
        device.tell(new ChatServerMessage.Challenge("0THERS", "n"));
        States.phoneState(phone, PhoneState.SignedOut.class::isInstance);
        signIn();
        server.answers("GET /auth/devices", _ -> new AuthHttp.Devices(List.of(), List.of(), 5));
        done(phone.devices().list());
        assertTrue(receipts.isEmpty(), "another server must not see the token");
    }

    @Test
    void liveLogoutHasTheSameEffect() {
        signIn();
        Visitor device = server.device();
        ReinitialisationTest.admit(device, "t1", "t2");
        Logout deleted = Logout.of(LogoutReason.ACCOUNT_DELETED, Initiator.ADMIN, NOON);
        device.tell(new ChatServerMessage.LoggedOut(deleted));
        assertEquals(
                new PhoneState.SignedOut(deleted), States.phoneState(phone, PhoneState.SignedOut.class::isInstance));
        assertTrue(kept.login().isEmpty());
        assertThrows(IllegalStateException.class, phone::chat);
    }

    @Test
    void logoutSucceedsWithoutTheServer() {
        signIn();
        server.close();
        done(phone.logOut());
        PhoneState.SignedOut out =
                (PhoneState.SignedOut) States.phoneState(phone, PhoneState.SignedOut.class::isInstance);
        assertEquals(LogoutReason.LOGGED_OUT_HERE, out.why().reason());
        assertTrue(kept.login().isEmpty());
    }

    @Test
    void eachSignInHasItsOwnKey() {
        signIn();
        Secret first = kept.login().orElseThrow().key();
        server.answers("DELETE /auth/session", _ -> null);
        done(phone.logOut());
        signIn();
        assertNotEquals(first, kept.login().orElseThrow().key());
    }

    @Test
    void aChangedPasswordBringsANewTokenForTheSameKey() {
        signIn();
        Secret key = kept.login().orElseThrow().key();
        server.answers(
                "POST /auth/password", _ -> new AuthHttp.SignedIn(new Secret("t9"), "s1", People.ADA, PlayedServer.ID));
        done(phone.changePassword("correct horse", "battery staple"));
        assertEquals("t9", kept.login().orElseThrow().token().value());
        assertEquals(key, kept.login().orElseThrow().key());
    }

    @Test
    void devicesAreListedRenamedAndLoggedOut() {
        signIn();
        AuthHttp.Devices devices = new AuthHttp.Devices(
                List.of(new AuthHttp.Device(
                        "d 1", People.OFFICE_PC, NOON, NOON, "127.0.0.1", true, LinkChoices.FULL, false)),
                List.of(),
                5);
        server.answers("GET /auth/devices", _ -> devices);
        server.answers("PATCH /auth/devices/d1", request -> {
            assertEquals("Den", Json.read(request.body(), AuthHttp.Rename.class).name());
            return null;
        });
        server.answers("DELETE /auth/devices/d1", _ -> null);
        server.answers("DELETE /auth/devices", _ -> null);
        assertEquals(devices, done(phone.devices().list()));
        done(phone.devices().rename("d1", "Den"));
        done(phone.devices().unlink("d1"));
        done(phone.devices().unlinkAll());
    }

    @Test
    void aDeletedAccountIsSignedOut() {
        signIn();
        server.answers("DELETE /auth/accounts", _ -> null);
        done(phone.deleteAccount("correct horse"));
        PhoneState.SignedOut out =
                (PhoneState.SignedOut) States.phoneState(phone, PhoneState.SignedOut.class::isInstance);
        assertEquals(LogoutReason.ACCOUNT_DELETED, out.why().reason());
    }

    @Test
    void noCallIsMadeWithoutASession() {
        assertEquals(
                ErrorCode.NOT_SIGNED_IN,
                refused(phone.devices().list()).problem().code());
    }

    @Test
    void phoneOpenElsewhereStopsUntilTheUserTakesOver() throws Exception {
        signIn();
        Visitor device = server.device();
        ReinitialisationTest.admit(device, "t1", "t2");
        device.tell(new ChatServerMessage.Disconnecting(DisconnectReason.CONNECTED_ELSEWHERE, 0));
        States.phoneState(phone, PhoneState.Stopped.class::isInstance);
        assertTrue(server.nobodyComesWithin(Duration.ofMillis(300)));
        phone.retry();
        ReinitialisationTest.admit(server.device(), "t2", "t3");
        States.phoneState(phone, PhoneState.SignedIn.class::isInstance);
    }

    @Test
    void aRestartIsSignedIn() {
        signIn();
        phone.close();
        try (PhoneClient again = People.phone(server, kept)) {
            again.start();
            assertEquals(
                    new PhoneState.SignedIn(People.ADA, null),
                    States.phoneState(again, PhoneState.SignedIn.class::isInstance));
            assertEquals(People.ADA, again.chat().state().me(), "one can read before there is a connection");
        }
    }

    private void signIn() {
        server.answers("POST /auth/sessions", _ -> ADAS_SESSION);
        done(phone.signIn("ada", "correct horse"));
    }

    private static <T> T done(CompletableFuture<T> future) {
        try {
            return future.get(Deadlines.seconds(30), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ProblemException refused(CompletableFuture<?> future) {
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> future.get(Deadlines.seconds(30), TimeUnit.SECONDS));
        return assertInstanceOf(ProblemException.class, failed.getCause());
    }
}
