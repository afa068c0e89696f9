package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strangers who open chat connections and never authenticate hold only a bounded number of them. */
final class UnadmittedSocketsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ChatContext outside = new ChatContext("AAAA", Clock.systemUTC(), new SecureRandom(), timer);
    private final UnadmittedSockets unadmitted = new UnadmittedSockets(2);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void theOldestConnectionMakesRoom() throws Exception {
        TestLine oldest = new TestLine();
        TestLine second = new TestLine();
        TestLine third = new TestLine();
        unadmitted.enter(peer(oldest));
        unadmitted.enter(peer(second));
        unadmitted.enter(peer(third));
        assertEquals(4429, oldest.closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
        assertTrue(second.closed.isEmpty());
        assertTrue(third.closed.isEmpty());
        assertEquals(2, unadmitted.size());
    }

    @Test
    void anAdmittedDeviceMakesNoRoom() {
        TestLine admitted = new TestLine();
        ClientConnection device = peer(admitted);
        unadmitted.enter(device);
        unadmitted.leave(device);
        for (int i = 0; i < 10; i++) {
            unadmitted.enter(peer(new TestLine()));
        }
        assertTrue(admitted.closed.isEmpty());
        assertEquals(2, unadmitted.size());
    }

    private ClientConnection peer(TestLine line) {
        ClientConnection peer =
                new ClientConnection(line, ChatLimits.standard(), outside, new QueueBudget(Long.MAX_VALUE), _ -> {});
        peer.start(new SilentHandler());
        return peer;
    }
}
