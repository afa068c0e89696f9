package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.Protocol;
import coderbased.testing.Eventually;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that come and go, do not read, or are no longer there; and what everybody else notices of it: nothing. */
final class FaultsTest {

    /** Long enough for a living client on a busy machine. */
    private static final Duration TO_ANSWER_A_PING = Duration.ofSeconds(5);

    @TempDir
    private Path data;

    private Node node;

    @BeforeEach
    void startServer() {
        start(ChatLimits.standard().withAccounts(AccountLimits.unlimited()));
    }

    @AfterEach
    void stopServer() {
        node.close();
    }

    @Test
    void nothingIsLostBetweenTheBacklogAndLiveNews() throws Exception {
        TestPerson ada = TestPerson.signUp(node.port(), "ada");
        TestPerson bob = TestPerson.signUp(node.port(), "bob");
        var adas = ada.live(node.port());
        String conversation = openWith(adas, bob);
        int total = 1_500;
        CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> talk(adas, conversation, total));
        List<Long> heard = new ArrayList<>();
        while (heard.size() < total) {
            var bobs = bob.connect(node.port());
            bobs.say(new Resume(Map.of(conversation, (long) heard.size())));
            hearSome(bobs, heard, Math.min(total, heard.size() + 150));
            bobs.vanish();
        }
        talking.join();
        assertEquals(LongStream.rangeClosed(1, total).boxed().toList(), heard);
        adas.close();
    }

    @Test
    void aSlowReaderIsDisconnectedAndMissesNothing() throws Exception {
        TestPerson ada = TestPerson.signUp(node.port(), "ada");
        TestPerson bob = TestPerson.signUp(node.port(), "bob");
        var adas = ada.live(node.port());
        String conversation = openWith(adas, bob);
        TestPerson deafOne = bob.secondPhone(node.port());
        var bobs = bob.live(node.port());
        var deaf = TestSocket.openDeaf(node.port(), Protocol.CHAT_PATH, ChatServerMessage.class);
        deaf.read(1);
        deaf.say(deafOne.answer(deaf.next(Challenge.class)));
        deaf.say(new Resume(Map.of(conversation, 0L)));
        deaf.read(4);
        deaf.next(ChatServerMessage.CaughtUp.class);
        int total = 1_500;
        String much = "m".repeat(Protocol.MAX_TEXT_BYTES - 8);
        for (int i = 0; i < total; i++) {
            adas.say(text("m" + i, conversation, much));
            adas.next(Stored.class);
            assertEquals(i + 1, bobs.next(MessageChanged.class).message().seq());
        }
        deaf.read(Long.MAX_VALUE);
        int code = deaf.close("it did not read").code();
        // Where the goodbye does not get through either, the connection is cut, which looks different from outside.
        assertTrue(code == 1013 || code == 1006 || code == -1, "closed with " + code);
        var back = deafOne.connect(node.port());
        back.say(new Resume(Map.of(conversation, 0L)));
        List<Long> heard = new ArrayList<>();
        hearSome(back, heard, total);
        assertEquals(LongStream.rangeClosed(1, total).boxed().toList(), heard);
    }

    @Test
    void aSilentlyDeadConnectionIsDetected() throws Exception {
        node.close();
        start(ChatLimits.standard()
                .withAccounts(AccountLimits.unlimited())
                .withHeartbeat(Duration.ofMillis(300), Duration.ofMillis(50), TO_ANSWER_A_PING));
        var alive = TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
        try (Socket dead = RawHandshake.open(node.port(), "")) {
            byte[] everything = dead.getInputStream().readAllBytes();
            assertEquals((byte) 0x89, everything[everything.length - 2], "a ping, and then the end");
        }
        assertTrue(alive.isOpen());
    }

    @Test
    void socketsPerAddressAreLimited() throws Exception {
        node.close();
        start(ChatLimits.standard().withPerAddress(3));
        List<TestSocket<GuestServerMessage>> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            held.add(guestWithACode());
        }
        var tooMany = TestSocket.open(node.port(), Protocol.CHAT_PATH, ChatServerMessage.class);
        assertEquals(
                DisconnectReason.SLOW_DOWN, tooMany.next(Disconnecting.class).reason());
        assertEquals(4429, tooMany.close("too many").code());
        assertTrue(held.stream().allMatch(TestSocket::isOpen));
    }

    @Test
    void aDeviceBeyondTheAdmissionLimitIsToldWhenToReturnAndIsServedThen() throws Exception {
        TestPerson ada = TestPerson.signUp(node.port(), "ada");
        TestPerson bob = TestPerson.signUp(node.port(), "bob");
        TestPerson cyd = TestPerson.signUp(node.port(), "cyd");
        node.close();
        start(ChatLimits.standard().withConcurrentResumes(2));
        var adas = ada.connect(node.port());
        bob.connect(node.port());
        var tooEarly = TestSocket.open(node.port(), Protocol.CHAT_PATH, ChatServerMessage.class);
        tooEarly.say(cyd.answer(tooEarly.next(Challenge.class)));
        Disconnecting told = tooEarly.next(Disconnecting.class);
        assertEquals(DisconnectReason.SLOW_DOWN, told.reason());
        assertTrue(told.retryAfterMillis() >= 500 && told.retryAfterMillis() <= 30_500, told.toString());
        assertEquals(4429, tooEarly.close("too many").code());
        adas.say(new Resume(Map.of()));
        adas.next(ChatServerMessage.CaughtUp.class);
        // Ada hears that she has caught up a moment before the server has noted it, so Cyd may be sent away once more.
        Eventually.holds("Cyd is let in", () -> isLetIn(cyd));
    }

    private boolean isLetIn(TestPerson person) {
        try (var socket = TestSocket.open(node.port(), Protocol.CHAT_PATH, ChatServerMessage.class)) {
            socket.say(person.answer(socket.next(Challenge.class)));
            return socket.next() instanceof ChatServerMessage.Admitted;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRestartingServerTellsWhenToReturn() throws Exception {
        TestPerson ada = TestPerson.signUp(node.port(), "ada");
        var device = ada.live(node.port());
        var guest = guestWithACode();
        node.close();
        Disconnecting told = device.next(Disconnecting.class);
        assertEquals(DisconnectReason.SERVER_RESTART, told.reason());
        assertTrue(told.retryAfterMillis() >= 500 && told.retryAfterMillis() < 3_000, told.toString());
        assertEquals(1012, device.close("restart").code());
        assertEquals(1012, guest.close("restart").code());
    }

    /** One that the server knows of: an open socket alone may be news to it still. */
    private TestSocket<GuestServerMessage> guestWithACode() throws Exception {
        var guest = TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
        guest.say(new Hello(Protocol.VERSION, TestPerson.DEVICE, new TestKey().publicHalf()));
        guest.next(ShowCode.class);
        return guest;
    }

    private void start(ChatLimits limits) {
        node = Node.start(Settings.standard(data).withPort(0).with(limits), Clock.systemUTC());
    }

    private static void talk(TestSocket<ChatServerMessage> socket, String conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            socket.say(text("m" + i, conversation, "number " + i));
            if (i % 50 == 49) {
                awaitStored(socket, i + 1);
            }
        }
    }

    private static void awaitStored(TestSocket<ChatServerMessage> socket, long seq) {
        try {
            while (socket.next(Stored.class).seq() < seq) {
                continue;
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Notes the numbers of what comes, from backlog and live alike, until so many were heard. */
    private static void hearSome(TestSocket<ChatServerMessage> socket, List<Long> heard, int until) throws Exception {
        while (heard.size() < until) {
            switch (socket.next()) {
                case Batch batch ->
                    batch.messages().stream().map(ChatMessage::seq).forEach(heard::add);
                case MessageChanged said -> heard.add(said.message().seq());
                default -> {}
            }
        }
    }
}
