package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.keys.Credentials;
import coderbased.client.keys.MemoryCredentialStore;
import coderbased.client.net.Sentences;
import coderbased.client.net.Timing;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import coderbased.testing.Eventually;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Desktop with a token, against a played server. */
class ReinitialisationTest {

    private final MemoryCredentialStore kept = MemoryCredentialStore.with(People.credentials("t1"));
    private PlayedServer server;
    private WebClient desktop;

    @BeforeEach
    void startServer() {
        server = PlayedServer.start();
        desktop = People.desktop(server, kept);
    }

    @AfterEach
    void closeBoth() {
        desktop.close();
        server.close();
    }

    @Test
    void restartReachesTheAuthenticatedStateWithoutAScan() {
        desktop.start();
        admit(server.device(), "t1", "t2");
        States.state(desktop, SessionState.Authenticated.class);
        assertEquals(People.ADA, desktop.chat().state().me());
    }

    @ParameterizedTest
    @EnumSource(LogoutReason.class)
    void desktopLearnsWhyItWasLoggedOutInItsAbsence(LogoutReason reason) {
        desktop.start();
        Visitor device = server.device();
        device.tell(new Challenge(PlayedServer.ID, "n"));
        device.says(Authenticate.class);
        device.tell(new LoggedOut(logout(reason)));
        backAsGuest(reason);
    }

    @ParameterizedTest
    @EnumSource(LogoutReason.class)
    void connectedDesktopIsLoggedOutAtOnce(LogoutReason reason) {
        desktop.start();
        Visitor device = server.device();
        admit(device, "t1", "t2");
        States.state(desktop, SessionState.Authenticated.class);
        device.tell(new LoggedOut(logout(reason)));
        backAsGuest(reason);
        assertThrows(IllegalStateException.class, desktop::chat);
    }

    @Test
    void tokenIsNeverSentToAnotherServer() {
        desktop.start();
        Visitor device = server.device();
        device.tell(new Challenge("0THERS", "n"));
        device.leaves();
        assertTrue(device.isSilent());
        Visitor guest = server.guest();
        guest.says(Hello.class);
        guest.tell(new ShowCode(new Secret("CBC:1:X"), new Secret("ABCD-EFGH"), 1, 6, 60_000));
        SessionState.Guest shown = States.state(desktop, SessionState.Guest.class);
        SessionState.Notice.LoginSetAside why = assertInstanceOf(SessionState.Notice.LoginSetAside.class, shown.why());
        assertTrue(why.what().contains("another server. It is kept"), why.what());
    }

    @Test
    void eachServerGetsItsOwnLoginWithoutAScan() {
        Credentials first = kept.login().orElseThrow();
        desktop.start();
        server.device().tell(new Challenge("0THERS", "n"));
        server.guest();
        kept.save(new Credentials(new Secret("o1"), first.key(), People.ADA, "s2", "0THERS"));
        desktop.close();
        desktop = People.desktop(server, kept);
        desktop.start();
        server.device().tell(new Challenge(PlayedServer.ID, "n"));
        admit(server.device(), "t1", "t2");
        States.state(desktop, SessionState.Authenticated.class);
        assertEquals("o1", kept.switchTo("0THERS").orElseThrow().token().value());
    }

    @Test
    void loginThatCannotBeKeptApartIsNotLost() {
        kept.fillUp();
        desktop.start();
        server.device().tell(new Challenge("0THERS", "n"));
        States.state(desktop, SessionState.LoginUnavailable.class);
        assertEquals("t1", kept.login().orElseThrow().token().value());
    }

    @Test
    void invalidKeyCountsAsNoLogin() {
        Credentials good = People.credentials("t1");
        kept.save(new Credentials(
                new Secret("t1"), new Secret("bm8ga2V5"), good.profile(), good.sessionId(), good.serverId()));
        desktop.start();
        server.device().tell(new Challenge(PlayedServer.ID, "n"));
        backAsGuest(LogoutReason.TOKEN_INVALID);
    }

    @Test
    void lostConnectionIsRestoredWithTheNewToken() {
        desktop.start();
        Visitor first = server.device();
        admit(first, "t1", "t2");
        States.state(desktop, SessionState.Authenticated.class);
        first.hangUp(CloseCode.TRY_LATER);
        Visitor second = server.device();
        assertEquals(
                DisconnectReason.SLOW_DOWN.sentence(),
                ((SessionState.Authenticated) desktop.state()).trouble(),
                "the person reads why it is quiet, and stays in");
        admit(second, "t2", "t3");
        SessionState.Authenticated back = (SessionState.Authenticated) States.state(
                desktop, state -> state instanceof SessionState.Authenticated a && a.trouble() == null);
        assertEquals(People.ADA, back.profile());
    }

    @Test
    void oldTokenIsPresentedAgainIfTheNextCannotBeSaved() {
        desktop.start();
        kept.fillUp();
        Visitor first = server.device();
        admit(first, "t1", "t2");
        first.hangUp(CloseCode.TRY_LATER);
        admit(server.device(), "t1", "t3");
    }

    @Test
    void sessionOpenElsewhereStopsUntilTheUserTakesOverWithTheOtherWindowsToken() throws Exception {
        desktop.start();
        Visitor first = server.device();
        admit(first, "t1", "t2");
        first.tell(new Disconnecting(DisconnectReason.CONNECTED_ELSEWHERE, 0));
        first.hangUp(CloseCode.CONNECTED_ELSEWHERE);
        States.state(desktop, SessionState.Stopped.class);
        assertTrue(server.nobodyComesWithin(Duration.ofMillis(300)));
        assertEquals("t2", kept.login().orElseThrow().token().value(), "the session is good");

        kept.save(People.credentials("t9"));
        desktop.showNewCode();
        admit(server.device(), "t9", "t10");
        States.state(desktop, SessionState.Authenticated.class);
    }

    @Test
    void closeFrameAloneStopsTheClient() {
        desktop.start();
        Visitor first = server.device();
        admit(first, "t1", "t2");
        first.hangUp(CloseCode.CONNECTED_ELSEWHERE);
        assertEquals(
                DisconnectReason.CONNECTED_ELSEWHERE,
                States.state(desktop, SessionState.Stopped.class).reason());
    }

    @Test
    void restartingServerGetsTheTimeItAsksFor() {
        desktop.start();
        Visitor first = server.device();
        admit(first, "t1", "t2");
        long told = System.nanoTime();
        first.tell(new Disconnecting(DisconnectReason.SERVER_RESTART, 700));
        Visitor second = server.device();
        Duration waited = Duration.ofNanos(System.nanoTime() - told);
        assertTrue(waited.toMillis() >= 700, "came back after " + waited);
        admit(second, "t2", "t3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"type\":\"caught-up\"}",
                "{\"type\":\"admitted\",\"token\":\"x\",\"sessionId\":\"s\","
                        + "\"profile\":{\"accountId\":\"a\",\"handle\":\"h\",\"name\":\"n\"}}",
                "{\"type\":\"logged-out\",\"logout\":{\"reason\":\"UNLINKED\",\"by\":\"USER\","
                        + "\"at\":\"2026-11-01T12:00:00Z\"}}",
            })
    void aMessageAtTheWrongMomentCostsTheConnectionNotTheSession(String message) {
        desktop.start();
        Visitor first = server.device();
        first.tellRaw(message);
        assertEquals(CloseCode.BAD_MESSAGE.number(), first.leaves());
        assertEquals("t1", kept.login().orElseThrow().token().value());
        admit(server.device(), "t1", "t2");
    }

    @Test
    void silentServerIsDialledAgain() {
        Timing impatient =
                new Timing(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(5));
        try (WebClient waiting = Clients.web(ClientConfig.of(server.address(), People.OFFICE_PC, kept)
                .withClock(Clock.systemUTC())
                .withRandom(People.RANDOM)
                .withTiming(impatient))) {
            waiting.start();
            server.device().leaves();
            server.device().leaves();
            States.state(
                    waiting,
                    state -> state instanceof SessionState.Reinitialising r
                            && Sentences.noAnswer().equals(r.trouble()));
        }
    }

    @Test
    void logoutWipesAtOnceAndTellsTheServer() {
        CountDownLatch told = new CountDownLatch(1);
        server.answers("DELETE /auth/session", request -> {
            assertEquals("DPoP t2", request.authorization());
            told.countDown();
            return null;
        });
        desktop.start();
        admit(server.device(), "t1", "t2");
        States.state(desktop, SessionState.Authenticated.class);
        desktop.logOut();
        backAsGuest(LogoutReason.LOGGED_OUT_HERE);
        Eventually.opened(told, () -> "the server was not told");
    }

    @Test
    void logoutWorksWithoutTheServer() {
        server.close();
        desktop.start();
        States.state(desktop, state -> state instanceof SessionState.Reinitialising r && r.trouble() != null);
        desktop.logOut();
        SessionState.Connecting out = States.state(desktop, SessionState.Connecting.class);
        assertInstanceOf(SessionState.Notice.LoggedOut.class, out.why());
        assertTrue(kept.login().isEmpty());
    }

    @Test
    void aClosedClientKeepsItsToken() {
        desktop.start();
        Visitor device = server.device();
        admit(device, "t1", "t2");
        desktop.close();
        device.leaves();
        assertEquals("t2", kept.login().orElseThrow().token().value());
    }

    private void backAsGuest(LogoutReason reason) {
        Visitor guest = server.guest();
        assertTrue(kept.login().isEmpty(), "wiped before anything else");
        guest.says(Hello.class);
        guest.tell(new ShowCode(new Secret("CBC:1:X"), new Secret("ABCD-EFGH"), 1, 6, 60_000));
        SessionState.Guest shown = States.state(desktop, SessionState.Guest.class);
        SessionState.Notice.LoggedOut why = assertInstanceOf(SessionState.Notice.LoggedOut.class, shown.why());
        assertEquals(reason, why.logout().reason());
        assertNull(why.logout().note());
    }

    static void admit(Visitor device, String presented, String next) {
        device.tell(new Challenge(PlayedServer.ID, "n"));
        assertEquals(presented, device.says(Authenticate.class).token().value());
        device.tell(new Admitted(new Secret(next), "s1", People.ADA, LinkChoices.FULL, "Office PC"));
        device.says(Resume.class);
        device.tell(new ChatServerMessage.CaughtUp());
    }

    private static Logout logout(LogoutReason reason) {
        return Logout.of(reason, Initiator.USER, Instant.parse("2026-11-01T12:00:00Z"));
    }
}
