package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthService;
import coderbased.bus.InProcessFanout;
import coderbased.bus.InProcessPresence;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Wire;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes leave tells everybody, and is there until everybody has heard it. */
final class DrainTest {

    @TempDir
    private Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private Database database;
    private AuthService auth;
    private ChatService chat;

    @BeforeEach
    void aServer() throws Exception {
        SecureRandom random = new SecureRandom();
        database = Databases.open(folder.resolve("chat.db"));
        auth = AuthNodes.alone(new SqlAuthStore(database), folder, Clock.systemUTC(), random);
        ChatPorts ports = new ChatPorts(
                new SqlChatStore(database),
                new InProcessFanout(),
                new InProcessPresence(),
                (account, hash) -> OptionalLong.empty());
        chat = new ChatService(
                auth, ports, new ChatContext("AAAA", Clock.systemUTC(), random, timer), ChatLimits.standard());
    }

    @AfterEach
    void stop() throws Exception {
        chat.close();
        auth.close();
        database.close();
        timer.shutdownNow();
    }

    @Test
    void aClientThatConnectsDuringTheDrainIsToldAndWaitedFor() throws Exception {
        TestLine first = new TestLine();
        ClientConnection early = chat.openGuest(first);
        CompletableFuture<Void> leave = CompletableFuture.runAsync(() -> chat.drain(Duration.ofMinutes(1)));
        assertTold(first);

        TestLine second = new TestLine();
        ClientConnection late = chat.openGuest(second);
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
