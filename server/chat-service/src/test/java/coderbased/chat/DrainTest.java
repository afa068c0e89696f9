package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Wire;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that takes leave tells everybody, and is there until everybody has heard it. */
final class DrainTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    @Test
    void aClientThatConnectsDuringTheDrainIsToldAndWaitedFor() throws Exception {
        TestLine first = new TestLine();
        ClientConnection early = nodes.one.openGuest(first);
        CompletableFuture<Void> leave = CompletableFuture.runAsync(() -> nodes.one.drain(Duration.ofMinutes(1)));
        assertTold(first);

        TestLine second = new TestLine();
        ClientConnection late = nodes.one.openGuest(second);
        assertTold(second);
        early.closed();
        assertThrows(TimeoutException.class, () -> leave.get(200, TimeUnit.MILLISECONDS), "one has not gone yet");

        late.closed();
        leave.get(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static void assertTold(TestLine line) throws Exception {
        assertEquals(1012, line.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
        ChatServerMessage last = Wire.read(String.valueOf(line.sent.poll()), ChatServerMessage.class);
        assertEquals(
                DisconnectReason.SERVER_RESTART,
                assertInstanceOf(Disconnecting.class, last).reason());
    }
}
