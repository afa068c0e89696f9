package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.Scanned;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A full lobby: a guest that nobody has scanned makes room. */
final class GuestLobbyTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ChatContext outside = new ChatContext("AAAA", Clock.systemUTC(), new SecureRandom(), timer);
    private GuestLobby lobby;
    private TestPerson ada;

    @BeforeEach
    void aLobbyForTwo() throws Exception {
        lobby = new GuestLobby(nodes.auth(), 2);
        ada = nodes.signUp("ada");
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void theLongestWaitingGuestMakesRoomUnlessScanned() throws Exception {
        TestLine scanned = guest();
        scan(scanned);
        TestLine second = guest();
        next(second, ShowCode.class);

        TestLine third = guest();
        assertEquals(4429, second.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS), "asked to come back");
        scan(third);
        TestLine fourth = guest();
        assertEquals(4429, fourth.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS), "everybody was scanned");

        assertTrue(scanned.closed.isEmpty());
        assertTrue(third.closed.isEmpty());
        assertEquals(2, lobby.size());
    }

    @Test
    void aSmallHeapHasRoomForFewerStrangers() {
        assertEquals(163, SocketRoom.strangers(64L << 20, Long.MAX_VALUE));
        assertEquals(5_000, SocketRoom.strangers(8L << 30, Long.MAX_VALUE));
        assertEquals(682, SocketRoom.guests(100_000, 64L << 20, Long.MAX_VALUE));
        assertEquals(100_000, SocketRoom.guests(100_000, 8L << 30, Long.MAX_VALUE));
    }

    @Test
    void fewFileHandlesHaveRoomForFewerStrangers() {
        assertEquals(150, SocketRoom.strangers(8L << 30, 900));
        assertEquals(150, SocketRoom.guests(100_000, 8L << 30, 900));
        assertEquals(7, SocketRoom.strangers(8L << 30, 100));
        assertEquals(1, SocketRoom.strangers(8L << 30, 5));
    }

    @Test
    void fewFileHandlesAreWarnedOf() {
        assertEquals(Optional.empty(), SocketRoom.warning(1_024, 600));
        String said = SocketRoom.warning(64, 6).orElseThrow();
        assertTrue(said.contains("open 64 files"), said);
        assertTrue(said.contains("Raise the limit to 1024"), said);
    }

    private TestLine guest() {
        TestLine line = new TestLine();
        ClientConnection peer =
                new ClientConnection(line, ChatLimits.standard(), outside, new QueueBudget(Long.MAX_VALUE), gone -> {});
        peer.start(lobby.park(peer));
        peer.received(Wire.write(new Hello(Protocol.VERSION, TestPerson.DEVICE, new TestKey().publicHalf())));
        return line;
    }

    private void scan(TestLine desktop) throws Exception {
        QrText.Ours code = assertInstanceOf(
                QrText.Ours.class,
                QrText.read(
                        next(desktop, ShowCode.class).qrText().value(),
                        nodes.auth().serverId()));
        nodes.auth()
                .links()
                .claim(
                        ada.session(nodes),
                        new AuthHttp.ClaimCode(new Secret(code.token().text()), null),
                        ChatNodes.HOME);
        next(desktop, Scanned.class);
    }

    private static <T extends GuestServerMessage> T next(TestLine from, Class<T> kind) throws Exception {
        String text = from.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
        return kind.cast(Wire.read(String.valueOf(text), GuestServerMessage.class));
    }
}
