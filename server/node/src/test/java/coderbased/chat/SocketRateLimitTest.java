package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends too fast is disconnected, whatever it sends, and nobody else notices. */
final class SocketRateLimitTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int MASKED = 0x80;
    private static final int FLOOD = 400_000;

    private final TestLine line = new TestLine();
    private final SocketRateLimit pace =
            new SocketRateLimit(line, new SocketRateLimit.Rate(10, 2), new SocketRateLimit.Rate(1_000, 100));

    @Test
    void aBurstAndASteadyRateAreAllowed() {
        assertTrue(pace.isKept(0));
        line.frames = 10;
        assertTrue(pace.isKept(SECOND));
        line.frames = 12;
        assertTrue(pace.isKept(2 * SECOND));
        line.frames = 15;
        assertFalse(pace.isKept(3 * SECOND));
    }

    @Test
    void unusedAllowanceIsLimitedToTheBurst() {
        assertTrue(pace.isKept(0));
        line.frames = 10;
        assertTrue(pace.isKept(3_600 * SECOND));
        line.frames = 21;
        assertFalse(pace.isKept(7_200 * SECOND));
    }

    @Test
    void fewLongMessagesCountByTheirBytes() {
        assertTrue(pace.isKept(0));
        line.frames = 1;
        line.bytes = 1_001;
        assertFalse(pace.isKept(0));
    }

    /** An empty piece of a text that never ends, and a ping. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x89})
    void aFloodOfControlFramesEndsTheConnection(int frame, @TempDir Path data) throws Exception {
        // Nobody authenticates here, and nothing but the rate ends a connection.
        ChatLimits patient = ChatLimits.standard().withAuthenticateTimeout(Duration.ofHours(1));
        try (Node node = Node.start(Settings.standard(data).withPort(0).with(patient), Clock.systemUTC());
                var bystander = TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
                Socket flooder = RawHandshake.open(node.port(), "")) {
            Thread deaf = Thread.ofVirtual().start(() -> readAll(flooder));
            OutputStream out = flooder.getOutputStream();
            if (frame == 0) {
                out.write(new byte[] {0x01, (byte) MASKED, 0, 0, 0, 0});
            }
            assertTrue(isSentAway(out, frame), "every frame was swallowed");
            deaf.join();
            assertTrue(bystander.isOpen());
        }
    }

    private static boolean isSentAway(OutputStream out, int frame) throws IOException {
        ByteBuffer many = ByteBuffer.allocate(6 * 1_000);
        while (many.hasRemaining()) {
            many.put((byte) frame).put((byte) MASKED).putInt(0);
        }
        try {
            for (int sent = 0; sent < FLOOD; sent += 1_000) {
                out.write(many.array());
                out.flush();
            }
            // What was written may still be on its way: the end shows at one of the writes that follow.
            for (int more = 0; more < FLOOD; more++) {
                out.write(many.array());
                out.flush();
            }
            return false;
        } catch (SocketException _) {
            return true;
        }
    }

    private static void readAll(Socket from) {
        try {
            from.getInputStream().readAllBytes();
        } catch (IOException _) {
            assertEquals(IOException.class, IOException.class, "the end, one way or the other");
        }
    }
}
