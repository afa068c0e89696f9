package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WebSockets, which stay open, leave some of a server's connections to calls, which are short. */
final class OpenSocketsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ChatContext outside = new ChatContext("AAAA", Clock.systemUTC(), new SecureRandom(), timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void socketsBeyondTheTotalAreRefusedUntilOneIsClosed() {
        OpenSockets open = new OpenSockets(0, 3);
        List<ClientConnection> held = Stream.generate(this::peer).limit(3).toList();
        held.forEach(connection -> assertTrue(open.enter(connection)));
        for (int i = 0; i < 3; i++) {
            assertFalse(open.enter(peer()), "a refused one takes no place and gives none back");
        }
        open.leave(held.getFirst());
        open.leave(held.getFirst());
        assertTrue(open.enter(peer()));
        assertFalse(open.enter(peer()));
    }

    @Test
    void callsKeepAQuarterOfTheConnections() {
        assertEquals(1, SocketRoom.sockets(1));
        assertEquals(1, SocketRoom.sockets(2));
        assertEquals(4, SocketRoom.sockets(6));
        assertEquals(384, SocketRoom.sockets(512));
        assertEquals(1_610_612_735, SocketRoom.sockets(Integer.MAX_VALUE));
    }

    private ClientConnection peer() {
        return new ClientConnection(
                new TestLine(), ChatLimits.standard(), outside, new QueueBudget(Long.MAX_VALUE), _ -> {});
    }
}
