package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthService;
import coderbased.auth.MadeSessions;
import coderbased.auth.StoreDoor;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.AuthKeys;
import coderbased.http.CallerAddress;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Wire;
import coderbased.testing.MutableClock;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database, between which no bus carries anything: what happens on the one reaches a device on the
 * other all the same, by the revocation feed; and where the database is away too, nobody is served.
 */
final class SilentBusTest {

    private static final CallerAddress HOME = CallerAddress.certain(InetAddress.ofLiteral("192.168.7.20"));

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final MutableClock clock = MutableClock.standing();
    private final InMemoryStores stores = new InMemoryStores();
    private StoreDoor door;
    private final InProcessAuthEvents eventsHere = new InProcessAuthEvents();
    private AuthService elsewhere;
    private AuthService here;
    private ChatService chat;
    private TestPerson ada;
    private TestLine line;

    @BeforeEach
    void aDeviceIsConnectedHere() throws Exception {
        door = new StoreDoor(stores.auth());
        elsewhere = node("AAAA", new InProcessAuthEvents());
        here = node("BBBB", eventsHere);
        ChatPorts ports = new ChatPorts(
                stores.chat(AccountLimits.unlimited()),
                new InProcessFanout(),
                new InProcessPresence(),
                (account, hash) -> OptionalLong.empty());
        chat = new ChatService(
                here,
                ports,
                new ChatContext("BBBB", clock, random, timer),
                ChatLimits.standard().withAccounts(AccountLimits.unlimited()));
        ada = TestPerson.signedUp("ada", said -> elsewhere.accounts().signUp(said, HOME));
        line = connect();
    }

    @AfterEach
    void stop() throws Exception {
        chat.close();
        here.close();
        elsewhere.close();
        timer.shutdownNow();
    }

    @Test
    void aDeviceLoggedOutElsewhereLearnsItFromTheDatabase() throws Exception {
        ada.logOutAt(elsewhere, clock.instant());
        assertTrue(line.closed.isEmpty(), "no bus told it");

        pass(Duration.ofSeconds(1));

        assertEquals(4403, line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
        LoggedOut told = next(line, LoggedOut.class);
        assertEquals(LogoutReason.LOGGED_OUT_HERE, told.logout().reason());
    }

    @Test
    void aDeviceFrozenElsewhereLearnsItFromTheDatabase() throws Exception {
        MadeSessions.Made desktop = new MadeSessions(
                        door.store(), AuthKeys.open(folder, random), new AuthContext(clock, random))
                .household("bob", 1)
                .getLast();
        line = connect(challenge -> desktop.answer(challenge.nonce()));
        Session frozen = desktop.session();
        assertTrue(door.store().freeze(frozen.accountId(), frozen.id(), clock.instant()));
        assertTrue(line.closed.isEmpty(), "no bus told it");

        pass(Duration.ofSeconds(1));

        assertEquals(4423, line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(DisconnectReason.FROZEN, next(line, Disconnecting.class).reason());
    }

    @Test
    void aNodeWithoutItsDatabaseForFiveSecondsServesNobody() throws Exception {
        door.shut();
        tryToPass(Duration.ofSeconds(1));
        tryToPass(Duration.ofSeconds(4));
        assertTrue(here.isCurrent());
        assertTrue(line.closed.isEmpty(), "an outage of less than five seconds is nobody's business");

        tryToPass(Duration.ofSeconds(1));

        assertFalse(here.isCurrent());
        assertEquals(1013, line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));

        door.open();
        pass(Duration.ofSeconds(1));
        assertTrue(here.isCurrent());
        assertTrue(connect().closed.isEmpty(), "it serves again by itself");
    }

    @Test
    void revocationsDuringADatabaseOutageAreReadAfterwards() throws Exception {
        pass(Duration.ofSeconds(1));
        ada.logOutAt(elsewhere, clock.instant());
        door.shut();
        tryToPass(Duration.ofSeconds(3));
        assertTrue(line.closed.isEmpty());
        door.open();
        pass(Duration.ofSeconds(1));
        assertEquals(4403, line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aLogoutDoesNotWaitForADatabaseThatHangs() throws Exception {
        door.standStill();
        try {
            eventsHere.publish(new AuthEvent.NewLinksChanged(ada.id()));
            eventsHere.publish(new AuthEvent.SessionEnded(
                    ada.sessionId(), ada.id(), Logout.of(LogoutReason.UNLINKED, Initiator.USER, clock.instant())));
            assertEquals(4403, line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
        } finally {
            door.open();
        }
    }

    private void pass(Duration time) {
        clock.turn(time);
        here.readRevocations();
        chat.sweep();
    }

    private void tryToPass(Duration time) {
        clock.turn(time);
        try {
            here.readRevocations();
        } catch (RuntimeException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("shut"));
        }
        chat.sweep();
    }

    private TestLine connect() throws Exception {
        return connect(ada::answer);
    }

    private TestLine connect(Function<Challenge, Authenticate> device) throws Exception {
        TestLine opened = new TestLine();
        ClientConnection peer = chat.openChat(opened);
        peer.received(Wire.write(device.apply(next(opened, Challenge.class))));
        ada.keep(next(opened, Admitted.class).token().value());
        peer.received(Wire.write(new FindPeople("entered", "nobody"))); // answered after all that an entry reads
        next(opened, PeopleFound.class);
        return opened;
    }

    /** The next message; a phone also hears, sooner or later, that it is one device more itself. */
    private static <T extends ChatServerMessage> T next(TestLine from, Class<T> kind) throws Exception {
        ChatServerMessage message;
        do {
            String text = from.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
            message = Wire.read(String.valueOf(text), ChatServerMessage.class);
        } while (message instanceof ChatServerMessage.DevicesChanged);
        return kind.cast(message);
    }

    private AuthService node(String id, InProcessAuthEvents events) throws Exception {
        return AuthNodes.named(id, door.store(), events, folder, clock, random);
    }
}
