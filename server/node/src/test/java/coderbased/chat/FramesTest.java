package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.GuestClientMessage.Cancel;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that no correct client sends, and the admission of clients. */
final class FramesTest {

    private static Node node;
    private static TestPerson ada;

    @BeforeAll
    static void startServer(@TempDir Path data) throws Exception {
        node = Node.start(Settings.standard(data).withPort(0).with(limits()), Clock.systemUTC());
        ada = TestPerson.signUp(node.port(), "ada");
    }

    @AfterAll
    static void stopServer() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "{}",
                "{\"type\":\"no-such-message\"}",
                "{\"type\":\"resume\"}",
                "{\"type\":\"resume\",\"have\":{\"a\":\"1\"}}",
                "{\"type\":\"resume\",\"have\":{},\"more\":1}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":99999999999999999999}",
                "{\"type\":\"send\",\"clientMessageId\":\"\",\"conversationId\":\"c\","
                        + "\"body\":{\"type\":\"text\",\"text\":\"x\"}}",
                "{\"type\":\"authenticate\",\"protocol\":1,\"token\":\"t\",\"proof\":\"p\"}"
            })
    void anInvalidMessageEndsTheConnectionWithAReason(String frame) throws Exception {
        var socket = ada.connect(node.port());
        socket.sayRaw(frame);
        TestSocket.Close close = socket.close("after " + frame);
        assertEquals(1008, close.code());
        assertFalse(close.reason().isBlank());
    }

    @Test
    void aDeviceCannotSendBeforeItsAdmission() throws Exception {
        var socket = chat();
        socket.say(new Resume(Map.of()));
        assertEquals(new TestSocket.Close(1008, "Authenticate first."), socket.close("said too early"));
    }

    @Test
    void aConnectionResumesOnce() throws Exception {
        var socket = ada.live(node.port());
        socket.say(new Resume(Map.of()));
        assertEquals(1008, socket.close("resumed twice").code());
    }

    @Test
    void binaryFramesAreRefused() throws Exception {
        var socket = ada.connect(node.port());
        socket.sayBinary(new byte[] {1, 2, 3});
        assertEquals(1008, socket.close("binary").code());
    }

    @Test
    void unauthenticatedFramesHaveALowerSizeLimit() throws Exception {
        var early = chat();
        early.sayRaw("x".repeat(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES + 1));
        assertEquals(1009, early.close("too long").code());
        var later = ada.connect(node.port());
        later.say(text("fits", "c", "x".repeat(Protocol.MAX_FRAME_BYTES - 1_000)));
        assertInstanceOf(ChatServerMessage.SendRefused.class, later.next());
        later.sayRaw("x".repeat(Protocol.MAX_FRAME_BYTES + 1));
        assertEquals(1009, later.close("too long").code());
    }

    @Test
    void anUnauthenticatedConnectionTimesOut(@TempDir Path data) throws Exception {
        Settings hasty =
                Settings.standard(data).withPort(0).with(limits().withAuthenticateTimeout(Duration.ofMillis(500)));
        try (Node impatient = Node.start(hasty, Clock.systemUTC())) {
            var chat = TestSocket.open(impatient.port(), Protocol.CHAT_PATH, ChatServerMessage.class);
            assertEquals(4401, chat.close("silent").code());
            var guest = TestSocket.open(impatient.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
            assertEquals(4401, guest.close("silent").code());
        }
    }

    @Test
    void aDamagedTokenIsALogoutWithAReason() throws Exception {
        var socket = chat();
        socket.next(Challenge.class);
        socket.say(new Authenticate(Protocol.VERSION, new Secret("not-a-token"), new Secret("AAAA")));
        assertEquals(
                LogoutReason.TOKEN_INVALID,
                socket.next(LoggedOut.class).logout().reason());
        assertEquals(4403, socket.close("damaged token").code());
    }

    @Test
    void anOutdatedProgramIsToldSo() throws Exception {
        var socket = chat();
        Authenticate good = ada.answer(socket.next(Challenge.class));
        socket.say(new Authenticate(Protocol.VERSION + 1, good.token(), good.proof()));
        assertEquals(new Disconnecting(DisconnectReason.CLIENT_OUTDATED, 0), socket.next());
        assertEquals(4409, socket.close("outdated").code());
    }

    @Test
    void everyConnectionHasItsOwnChallenge() throws Exception {
        var one = chat();
        var other = chat();
        assertNotEquals(
                one.next(Challenge.class).nonce(), other.next(Challenge.class).nonce());
    }

    @Test
    void theNewerConnectionOfASessionWins() throws Exception {
        var older = ada.live(node.port());
        var newer = ada.live(node.port());
        assertEquals(new Disconnecting(DisconnectReason.CONNECTED_ELSEWHERE, 0), older.next(Disconnecting.class));
        assertEquals(4409, older.close("open elsewhere").code());
        assertTrue(newer.isOpen());
    }

    @Test
    void aGuestSendsOneHelloFirst() throws Exception {
        var tooEarly = guest();
        tooEarly.say(new Cancel());
        assertEquals(1008, tooEarly.close("cancelled before hello").code());
        var twice = guest();
        twice.say(hello());
        twice.next(ShowCode.class);
        twice.say(hello());
        assertEquals(1008, twice.close("hello twice").code());
    }

    @Test
    void aGuestIsShownACode() throws Exception {
        var socket = guest();
        socket.say(hello());
        assertInstanceOf(ShowCode.class, socket.next());
        socket.vanish();
    }

    @Test
    void aWebPageIsRefused() throws IOException {
        assertTrue(handshake("Origin: https://evil.example\r\n").startsWith("HTTP/1.1 403"));
        assertTrue(handshake("").startsWith("HTTP/1.1 101"));
    }

    @Test
    void compressionIsNeverAgreedTo() throws IOException {
        for (String offer : new String[] {"permessage-deflate", "permessage-deflate; unknown=1"}) {
            String answer = handshake("Sec-WebSocket-Extensions: " + offer + "\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions"), answer);
        }
    }

    private static ChatLimits limits() {
        return ChatLimits.standard().withPerAddress(0).withAccounts(AccountLimits.unlimited());
    }

    private static TestSocket<ChatServerMessage> chat() {
        return TestSocket.open(node.port(), Protocol.CHAT_PATH, ChatServerMessage.class);
    }

    private static TestSocket<GuestServerMessage> guest() {
        return TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
    }

    private static Hello hello() throws Exception {
        return new Hello(Protocol.VERSION, TestPerson.DEVICE, new TestKey().publicHalf());
    }

    private static String handshake(String header) throws IOException {
        try (Socket socket = RawHandshake.send(node.port(), header)) {
            return RawHandshake.head(socket);
        }
    }
}
