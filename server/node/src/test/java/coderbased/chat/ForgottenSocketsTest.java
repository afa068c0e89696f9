package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.node.LiveObjects;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.CloseCode;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.Protocol;
import coderbased.testing.Eventually;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is over is garbage: no timer and no list of past guests holds it. */
final class ForgottenSocketsTest {

    private static final int GUESTS = 60;

    /**
     * The clock stands still, so nothing is forgotten only because its time is over. What other tests of this program
     * have left behind counts as there already. An idle thread of the server may hold the last guest that it served,
     * until it serves another; a list or a timer that forgets nobody holds all of them.
     */
    @Test
    void departedGuestsAreGarbageCollected(@TempDir Path data) throws Exception {
        long before = held();
        Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (Node node = Node.start(Settings.standard(data).withPort(0), still)) {
            for (int i = 0; i < GUESTS; i++) {
                var guest = TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
                guest.say(new Hello(Protocol.VERSION, TestPerson.DEVICE, new TestKey().publicHalf()));
                assertTrue(guest.next() instanceof ShowCode);
                guest.close();
            }
            Eventually.holds("nothing holds the guests that left", () -> held() - before < GUESTS / 2);
        }
    }

    @Test
    void aClosedConnectionLeavesNoTimer() throws Exception {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        timer.setRemoveOnCancelPolicy(true);
        try {
            ChatContext outside = new ChatContext("N0DE", Clock.systemUTC(), new SecureRandom(), timer);
            TestLine line = new TestLine();
            ClientConnection peer =
                    new ClientConnection(line, patient(), outside, new QueueBudget(Long.MAX_VALUE), gone -> {});
            peer.start(new SilentHandler());
            peer.end(CloseCode.NORMAL, "over");
            line.closed.take();
            peer.closed();
            assertEquals(0, timer.getQueue().size());
        } finally {
            timer.shutdownNow();
        }
    }

    private static long held() {
        return LiveObjects.count(
                "coderbased.chat.GuestHandler",
                "coderbased.chat.ClientConnection",
                "coderbased.chat.ClientSocket",
                "org.eclipse.jetty.websocket.core.WebSocketCoreSession");
    }

    /** Limits under which a goodbye may take an hour. */
    private static ChatLimits patient() {
        Duration hour = Duration.ofHours(1);
        ChatLimits standard = ChatLimits.standard();
        return new ChatLimits(
                hour,
                hour,
                Duration.ZERO,
                hour,
                hour,
                standard.queueMessages(),
                standard.queueChars(),
                standard.perAddress(),
                standard.perAccount(),
                standard.guests(),
                standard.concurrentResumes(),
                AccountLimits.standard());
    }
}
