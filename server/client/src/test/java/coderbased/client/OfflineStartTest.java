package coderbased.client;

import static coderbased.client.chat.PlayedChat.fromBob;
import static coderbased.client.chat.PlayedChat.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.client.keys.ProfileFolder;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Desktop that starts while its server is down. */
class OfflineStartTest {

    @TempDir
    Path folder;

    private ProfileFolder profile;
    private URI address;
    private int port;

    @BeforeEach
    void aDesktopThatKnowsItsChatIsClosed() {
        profile = new ProfileFolder(folder);
        profile.credentials(new SecureRandom()).save(People.credentials("t1"));
        try (PlayedServer server = PlayedServer.start()) {
            port = server.port();
            address = server.address();
            try (WebClient desktop = start()) {
                Visitor device = server.device();
                authenticates(device);
                device.tell(new Admitted(new Secret("t2"), "s1", People.ADA, LinkChoices.FULL, "Office PC"));
                device.says(Resume.class);
                device.tell(new Resuming(1, 0));
                device.tell(new Overview(List.of(summary("c1", 1, fromBob(1), 0))));
                device.tell(new CaughtUp());
                States.state(desktop, SessionState.Authenticated.class);
                States.chat(desktop.chat(), ChatState::caughtUp);
            }
        }
    }

    private WebClient start() {
        WebClient desktop = Clients.web(ClientConfig.of(address, People.OFFICE_PC, profile)
                .withClock(Clock.systemUTC())
                .withRandom(People.RANDOM)
                .withTiming(People.HURRIED));
        desktop.start();
        return desktop;
    }

    private static void authenticates(Visitor device) {
        device.tell(new Challenge(PlayedServer.ID, "n"));
        device.says(Authenticate.class);
    }

    @Test
    void offlineStartShowsTheStoredChatAndTheTrouble() {
        try (WebClient desktop = start()) {
            SessionState.Authenticated away =
                    (SessionState.Authenticated) States.state(desktop, SessionState.Authenticated.class);
            assertNotNull(away.trouble());
            assertEquals(People.ADA, away.profile());
            assertEquals(
                    "from bob 1",
                    desktop.chat().state().conversation("c1").lastMessage().text());
        }
    }

    @Test
    void frozenDesktopStaysHiddenAfterAnOfflineStartUntilItIsThawed() throws IOException {
        try (PlayedServer server = PlayedServer.startOn(port);
                WebClient desktop = start()) {
            Visitor device = server.device();
            authenticates(device);
            device.tell(new Disconnecting(DisconnectReason.FROZEN, 0));
            States.state(desktop, FROZEN);
        }
        try (WebClient desktop = start()) {
            States.state(desktop, FROZEN);
            assertThrows(IllegalStateException.class, desktop::chat);
            desktop.showNewCode();
            try (PlayedServer back = PlayedServer.startOn(port)) {
                Visitor device = back.device();
                assertTrue(FROZEN.test(desktop.state()));
                authenticates(device);
                device.tell(new Admitted(new Secret("t3"), "s1", People.ADA, LinkChoices.FULL, "Office PC"));
                States.state(desktop, SessionState.Authenticated.class);
            }
        }
        try (WebClient desktop = start()) {
            States.state(desktop, SessionState.Authenticated.class);
        }
    }

    /** Neither reason says that the phone has thawed it. */
    @ParameterizedTest
    @EnumSource(names = {"CLIENT_OUTDATED", "CONNECTED_ELSEWHERE"})
    void frozenDesktopStaysHiddenAfterItHadToStopForAnotherReason(DisconnectReason other) throws IOException {
        for (DisconnectReason reason : List.of(DisconnectReason.FROZEN, other)) {
            try (PlayedServer server = PlayedServer.startOn(port);
                    WebClient desktop = start()) {
                Visitor device = server.device();
                authenticates(device);
                device.tell(new Disconnecting(reason, 0));
                States.state(desktop, state -> state instanceof SessionState.Stopped stop && stop.reason() == reason);
            }
        }
        try (WebClient desktop = start()) {
            States.state(desktop, FROZEN);
            assertThrows(IllegalStateException.class, desktop::chat);
        }
    }

    private static final Predicate<SessionState> FROZEN =
            state -> state instanceof SessionState.Stopped stopped && stopped.reason() == DisconnectReason.FROZEN;

    @Test
    void logoutDuringTheAbsenceWipesEverything() throws IOException {
        try (WebClient desktop = start()) {
            States.state(desktop, SessionState.Authenticated.class);
            try (PlayedServer back = PlayedServer.startOn(port)) {
                Visitor device = back.device();
                authenticates(device);
                device.tell(new LoggedOut(Logout.of(
                        LogoutReason.PHONE_LOGGED_OUT, Initiator.USER, Instant.parse("2026-11-01T12:00:00Z"))));
                States.state(desktop, SessionState.Connecting.class);
                back.guest();
            }
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertTrue(left.noneMatch(Files::isRegularFile), "nothing of the session is left");
        }
    }
}
