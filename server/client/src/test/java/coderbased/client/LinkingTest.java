package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.keys.MemoryCredentialStore;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.GuestClientMessage.Cancel;
import coderbased.protocol.GuestClientMessage.EnterNumber;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Secret;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Desktop from its first start to the Authenticated State, against a played server. */
class LinkingTest {

    private final MemoryCredentialStore kept = MemoryCredentialStore.empty();
    private PlayedServer server;
    private WebClient desktop;

    @BeforeEach
    void startBoth() {
        server = PlayedServer.start();
        desktop = People.desktop(server, kept);
        desktop.start();
    }

    @AfterEach
    void closeBoth() {
        desktop.close();
        server.close();
    }

    @Test
    void scannedDesktopSignsIn() {
        Visitor guest = server.guest();
        assertFalse(guest.hasOrigin(), "a server admits the origins on its list, and programs have none");
        Hello hello = guest.says(Hello.class);
        assertEquals(People.OFFICE_PC, hello.device());

        guest.tell(code(1));
        SessionState.Guest shown = States.state(desktop, SessionState.Guest.class);
        assertEquals("CBC:1:X1", shown.code().qrText().value());
        assertEquals(
                Duration.ofSeconds(60),
                Duration.between(shown.code().shownAt(), shown.code().expiresAt()));
        assertNull(shown.why());

        guest.tell(new GuestServerMessage.Scanned("Ada", true, 120_000));
        assertTrue(States.state(desktop, SessionState.Scanned.class).needsNumber());
        desktop.enterNumber("42");
        assertEquals("42", guest.says(EnterNumber.class).number().value());
        guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
        guest.tell(new GuestServerMessage.WebAuthToken(new Secret("t1"), "s1", People.ADA, PlayedServer.ID));
        assertEquals(CloseCode.REINITIALISE.number(), guest.leaves());

        Visitor device = server.device();
        assertEquals("t1", kept.login().orElseThrow().token().value(), "kept before it is presented");
        device.tell(new ChatServerMessage.Challenge(PlayedServer.ID, "n"));
        Authenticate proof = device.says(Authenticate.class);
        byte[] challenge = DeviceKey.challengeBytes(PlayedServer.ID, "n", "t1");
        assertTrue(hello.key().verifies(challenge, proof.proof().value()), "signed with the key that the guest named");
        device.tell(new ChatServerMessage.Admitted(new Secret("t2"), "s1", People.ADA, LinkChoices.FULL, "Office PC"));
        device.says(Resume.class);
        assertEquals("t2", kept.login().orElseThrow().token().value(), "kept before anything else is said");
        assertEquals(
                new SessionState.Authenticated(People.ADA, null),
                States.state(desktop, SessionState.Authenticated.class));
    }

    @Test
    void nextCodeReplacesTheLast() {
        Visitor guest = server.guest();
        guest.tell(code(1));
        guest.tell(code(2));
        assertEquals(2, shownCode(2).code().number());
    }

    @Test
    void desktopPausesAfterTheLastCode() throws Exception {
        Visitor guest = server.guest();
        guest.tell(code(6));
        guest.tell(new GuestServerMessage.Ended(LinkEnd.NO_MORE_CODES));
        guest.leaves();
        States.state(desktop, SessionState.Paused.class);
        assertTrue(server.nobodyComesWithin(Duration.ofMillis(300)), "an unattended screen asks for nothing");

        desktop.showNewCode();
        server.guest().tell(code(1));
        shownCode(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkEnd.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_MORE_CODES"})
    void aLinkThatCameToNothingIsFollowedByAFreshCodeAndKey(LinkEnd end) {
        Visitor guest = server.guest();
        DeviceKey first = guest.says(Hello.class).key();
        guest.tell(code(1));
        guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
        States.state(desktop, SessionState.Scanned.class);
        guest.tell(new GuestServerMessage.Ended(end));

        Visitor again = server.guest();
        assertNotEquals(first, again.says(Hello.class).key(), "no key serves two attempts");
        again.tell(code(1));
        assertEquals(new SessionState.Notice.LinkEnded(end), shownCode(1).why());
    }

    @Test
    void userCancelsTheLinkOnTheDesktop() {
        Visitor guest = server.guest();
        guest.says(Hello.class);
        guest.tell(code(1));
        guest.tell(new GuestServerMessage.Scanned("Somebody", false, 120_000));
        States.state(desktop, SessionState.Scanned.class);
        desktop.cancelLink();
        guest.says(Cancel.class);
        guest.tell(new GuestServerMessage.Ended(LinkEnd.CANCELLED));
        server.guest().tell(code(1));
        assertEquals(
                new SessionState.Notice.LinkEnded(LinkEnd.CANCELLED),
                shownCode(1).why());
    }

    @Test
    void connectionLostAfterTheScanIsReported() {
        Visitor guest = server.guest();
        guest.tell(code(1));
        guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
        States.state(desktop, SessionState.Scanned.class);
        guest.hangUp(CloseCode.NORMAL);
        server.guest().tell(code(1));
        assertEquals(
                new SessionState.Notice.LinkEnded(LinkEnd.DESKTOP_GONE),
                shownCode(1).why());
    }

    @Test
    void desktopWaitsForAServerThatIsGone() {
        server.guest().tell(code(1));
        shownCode(1);
        int port = server.port();
        server.close();
        SessionState.Connecting away = (SessionState.Connecting) States.state(
                desktop, state -> state instanceof SessionState.Connecting c && c.trouble() != null);
        assertTrue(away.trouble().contains("server"), away.trouble());

        server = PlayedServer.startOn(port);
        server.guest().tell(code(1));
        shownCode(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{}",
                "{\"type\":\"fly\"}",
                "{\"type\":\"code\"}",
                "{\"type\":\"admitted\",\"token\":\"t\",\"sessionId\":\"s\"}",
                "{\"type\":\"scanned\",\"by\":\"Ada\",\"needsNumber\":false,\"validForMillis\":1}",
                "{\"type\":\"token\",\"webAuthToken\":\"t\",\"sessionId\":\"s\",\"serverId\":\"SERVER\","
                        + "\"profile\":{\"accountId\":\"a\",\"handle\":\"h\",\"name\":\"n\"}}",
            })
    void whatMakesNoSenseEndsTheConnectionAndIsTriedAgain(String nonsense) {
        Visitor guest = server.guest();
        guest.tellRaw(nonsense);
        assertEquals(CloseCode.BAD_MESSAGE.number(), guest.leaves());
        server.guest().tell(code(1));
        shownCode(1);
        assertTrue(kept.login().isEmpty());
    }

    @Test
    void desktopHonoursTheWaitThatTheServerAsksFor() {
        Visitor guest = server.guest();
        long told = System.nanoTime();
        guest.tell(new GuestServerMessage.Disconnecting(DisconnectReason.SLOW_DOWN, 700));
        Visitor again = server.guest();
        Duration waited = Duration.ofNanos(System.nanoTime() - told);
        assertTrue(waited.toMillis() >= 700, "came back after " + waited);
        again.tell(code(1));
        shownCode(1);
    }

    @Test
    void outdatedAppStopsUntilAsked() throws Exception {
        server.guest().tell(new GuestServerMessage.Disconnecting(DisconnectReason.CLIENT_OUTDATED, 0));
        assertEquals(
                new SessionState.Stopped(DisconnectReason.CLIENT_OUTDATED),
                States.state(desktop, SessionState.Stopped.class));
        assertTrue(server.nobodyComesWithin(Duration.ofMillis(300)));
        desktop.showNewCode();
        server.guest().tell(code(1));
        shownCode(1);
    }

    @Test
    void tokenThatCannotBeSavedIsUsedAnyway() {
        kept.fillUp();
        Visitor guest = server.guest();
        guest.tell(code(1));
        guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
        guest.tell(new GuestServerMessage.WebAuthToken(new Secret("t1"), "s1", People.ADA, PlayedServer.ID));
        Visitor device = server.device();
        device.tell(new ChatServerMessage.Challenge(PlayedServer.ID, "n"));
        assertEquals("t1", device.says(Authenticate.class).token().value());
    }

    private SessionState.Guest shownCode(int number) {
        return (SessionState.Guest) States.state(
                desktop,
                state -> state instanceof SessionState.Guest guest
                        && guest.code().number() == number);
    }

    static ShowCode code(int number) {
        return new ShowCode(new Secret("CBC:1:X" + number), new Secret("ABCD-EFGH"), number, 6, 60_000);
    }
}
