package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState.LoginUnavailable;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.MemoryCredentialStore;
import coderbased.client.keys.ProfileFolder;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
import coderbased.testing.Deadlines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins that cannot be read now, on a desktop and on a phone. */
class LockedLoginTest {

    private static final String WHY = "The system's keychain is locked, or refused to answer.";

    private final MemoryCredentialStore kept = MemoryCredentialStore.with(
            new Credentials(new Secret("t1"), People.credentials("t1").key(), People.ADA, "s0", PlayedServer.ID));
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private PlayedServer server;

    @BeforeEach
    void startsAServer() {
        server = PlayedServer.start();
        server.answers("DELETE " + AuthHttp.OWN_SESSION, request -> {
            ended.add(request.authorization());
            return null;
        });
        kept.lock(WHY);
    }

    @AfterEach
    void stopsIt() {
        server.close();
    }

    @Test
    void desktopReportsALockedLoginAndContinuesOnceItCanBeRead() {
        try (WebClient desktop = People.desktop(server, kept)) {
            desktop.start();
            assertEquals(new LoginUnavailable(WHY), States.state(desktop, LoginUnavailable.class));
            desktop.showNewCode();
            assertEquals(new LoginUnavailable(WHY), States.state(desktop, LoginUnavailable.class));
            kept.lock(null);
            desktop.showNewCode();
            ReinitialisationTest.admit(server.device(), "t1", "t2");
            States.state(desktop, SessionState.Authenticated.class);
            assertEquals("t2", kept.login().orElseThrow().token().value());
            assertTrue(ended.isEmpty());
        }
    }

    @Test
    void desktopThatIsLinkedAgainEndsTheOldSessionAsSoonAsItCan() throws Exception {
        try (WebClient desktop = People.desktop(server, kept)) {
            desktop.start();
            States.state(desktop, LoginUnavailable.class);
            desktop.replaceLogin();
            Visitor guest = server.guest();
            guest.tell(LinkingTest.code(1));
            guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
            guest.tell(new GuestServerMessage.WebAuthToken(new Secret("t7"), "s7", People.ADA, PlayedServer.ID));
            ReinitialisationTest.admit(server.device(), "t7", "t8");
            States.state(desktop, SessionState.Authenticated.class);
            assertEquals(0, ended.size(), "the old login cannot be read yet");
        }
        kept.lock(null);
        try (WebClient restarted = People.desktop(server, kept)) {
            restarted.start();
            ReinitialisationTest.admit(server.device(), "t8", "t9");
            States.state(restarted, SessionState.Authenticated.class);
            assertEquals("DPoP t1", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
        }
    }

    /** A file stands where the folder has to be. */
    @Test
    void desktopThatCannotSaveALoginSaysSoBeforeTheCodeAndLogsOutAtItsEnd(@TempDir Path place) throws Exception {
        Path folder = Files.writeString(place.resolve("profile"), "in the way");
        WebClient desktop = Clients.web(ClientConfig.of(server.address(), People.OFFICE_PC, new ProfileFolder(folder))
                .withTiming(People.HURRIED));
        desktop.start();
        States.state(desktop, SessionState.LoginUnstorable.class);
        desktop.showNewCode();
        desktop.replaceLogin();
        Visitor guest = server.guest();
        guest.tell(LinkingTest.code(1));
        guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
        guest.tell(new GuestServerMessage.WebAuthToken(new Secret("t7"), "s7", People.ADA, PlayedServer.ID));
        ReinitialisationTest.admit(server.device(), "t7", "t8");
        States.state(desktop, SessionState.Authenticated.class);
        assertTrue(desktop.isTemporary());
        desktop.close();
        assertEquals("DPoP t8", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
        assertEquals("in the way", Files.readString(folder));
    }

    @Test
    void desktopShowsItsCodeOnceALoginCanBeSaved(@TempDir Path place) throws Exception {
        Path folder = Files.writeString(place.resolve("profile"), "in the way");
        try (WebClient desktop =
                Clients.web(ClientConfig.of(server.address(), People.OFFICE_PC, new ProfileFolder(folder))
                        .withTiming(People.HURRIED))) {
            desktop.start();
            States.state(desktop, SessionState.LoginUnstorable.class);
            Files.delete(folder);
            desktop.showNewCode();
            server.guest().tell(LinkingTest.code(1));
            States.state(desktop, SessionState.Guest.class);
            assertFalse(desktop.isTemporary());
        }
    }

    @Test
    void desktopWhoseDiskFillsUpBeforeTheLinkLogsOutAtItsEnd() throws Exception {
        WebClient desktop = desktopWhoseDiskFillsUp();
        ReinitialisationTest.admit(server.device(), "t7", "t8");
        States.state(desktop, SessionState.Authenticated.class);
        assertTrue(desktop.isTemporary());
        desktop.close();
        assertEquals("DPoP t8", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
    }

    /** Its chat was begun without a place to keep messages that wait, so it has to end as it was announced. */
    @Test
    void temporaryLoginStaysTemporaryOnceThereIsRoom() throws Exception {
        WebClient desktop = desktopWhoseDiskFillsUp();
        Visitor device = server.device();
        kept.makeRoom();
        ReinitialisationTest.admit(device, "t7", "t8");
        States.state(desktop, SessionState.Authenticated.class);
        assertTrue(desktop.isTemporary());
        assertTrue(kept.login().isEmpty(), "a restart must not find it");
        desktop.close();
        assertEquals("DPoP t8", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
    }

    /** Another window of the same profile was linked meanwhile. */
    @Test
    void temporaryLoginDoesNotTurnIntoAStoredOne() throws Exception {
        WebClient desktop = desktopWhoseDiskFillsUp();
        Visitor device = server.device();
        ReinitialisationTest.admit(device, "t7", "t8");
        States.state(desktop, SessionState.Authenticated.class);
        device.tell(new ChatServerMessage.Disconnecting(DisconnectReason.CONNECTED_ELSEWHERE, 0));
        States.state(desktop, SessionState.Stopped.class);
        kept.makeRoom();
        kept.save(new Credentials(new Secret("t9"), People.credentials("x").key(), People.ADA, "s9", PlayedServer.ID));
        desktop.showNewCode();
        ReinitialisationTest.admit(server.device(), "t8", "t10");
        States.state(desktop, SessionState.Authenticated.class);
        desktop.close();
        assertEquals("DPoP t10", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
        assertEquals("t9", kept.login().orElseThrow().token().value());
    }

    /** Returns a desktop that was linked, and could not save its login. */
    private WebClient desktopWhoseDiskFillsUp() {
        kept.lock(null);
        kept.wipe(PlayedServer.ID);
        kept.fillUp();
        WebClient desktop = People.desktop(server, kept);
        desktop.start();
        Visitor guest = server.guest();
        guest.tell(LinkingTest.code(1));
        guest.tell(new GuestServerMessage.Scanned("Ada", false, 120_000));
        guest.tell(new GuestServerMessage.WebAuthToken(new Secret("t7"), "s7", People.ADA, PlayedServer.ID));
        return desktop;
    }

    @Test
    void phoneThatCannotSaveALoginSaysSoBeforeTheSignIn(@TempDir Path place) throws Exception {
        Path folder = Files.writeString(place.resolve("profile"), "in the way");
        try (PhoneClient phone =
                Clients.phone(ClientConfig.of(server.address(), People.OFFICE_PC, new ProfileFolder(folder))
                        .withTiming(People.HURRIED))) {
            phone.start();
            States.phoneState(phone, PhoneState.LoginUnstorable.class::isInstance);
            phone.replaceLogin();
            States.phoneState(phone, PhoneState.SignedOut.class::isInstance);
        }
    }

    @Test
    void loginThatCannotBeMovedIsNotOverwritten() {
        try (WebClient desktop = People.desktop(server, kept)) {
            desktop.start();
            States.state(desktop, LoginUnavailable.class);
            kept.fillUp();
            desktop.replaceLogin();
            States.state(desktop, state -> state instanceof LoginUnavailable(var why) && !why.equals(WHY));
            assertEquals("t1", kept.login().orElseThrow().token().value());
        }
    }

    @Test
    void phoneReportsALockedLoginAndContinuesOnceItCanBeRead() {
        try (PhoneClient phone = People.phone(server, kept)) {
            phone.start();
            States.phoneState(phone, new PhoneState.LoginUnavailable(WHY)::equals);
            kept.lock(null);
            phone.retry();
            ReinitialisationTest.admit(server.device(), "t1", "t2");
            States.phoneState(phone, new PhoneState.SignedIn(People.ADA, null)::equals);
        }
    }

    @Test
    void phoneThatSignsInAgainEndsTheOldSession() throws Exception {
        server.answers(
                "POST /auth/sessions", _ -> new AuthHttp.SignedIn(new Secret("t7"), "s7", People.ADA, PlayedServer.ID));
        try (PhoneClient phone = People.phone(server, kept)) {
            phone.start();
            States.phoneState(phone, PhoneState.LoginUnavailable.class::isInstance);
            phone.replaceLogin();
            States.phoneState(phone, PhoneState.SignedOut.class::isInstance);
            kept.lock(null);
            phone.signIn("ada", "correct horse").get(Deadlines.seconds(30), TimeUnit.SECONDS);
            assertEquals("DPoP t1", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
            assertEquals("t7", kept.login().orElseThrow().token().value());
        }
    }

    @Test
    void unreachableServerIsToldAtTheNextStart() throws Exception {
        kept.setAside();
        kept.save(new Credentials(new Secret("t8"), People.credentials("x").key(), People.ADA, "s8", PlayedServer.ID));
        kept.lock(null);
        server.answers("DELETE " + AuthHttp.OWN_SESSION, request -> {
            ended.add(request.authorization());
            return Problem.of(ErrorCode.TRY_LATER, "Not now.");
        });
        for (String token : List.of("t8", "t9")) {
            try (WebClient desktop = People.desktop(server, kept)) {
                desktop.start();
                ReinitialisationTest.admit(server.device(), token, "t9");
                assertEquals("DPoP t1", ended.poll(Deadlines.seconds(30), TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void replacedLoginOfAnotherServerIsNotShownToThisOne() {
        Credentials old = People.credentials("x");
        kept.lock(null);
        kept.save(new Credentials(old.token(), old.key(), People.ADA, "s7", "0THERS"));
        kept.setAside();
        kept.save(old);
        try (WebClient desktop = People.desktop(server, kept)) {
            desktop.start();
            ReinitialisationTest.admit(server.device(), "x", "t2");
            States.state(desktop, SessionState.Authenticated.class);
        }
        assertEquals("s7", kept.replaced().orElseThrow().sessionId());
        assertTrue(ended.isEmpty());
    }
}
