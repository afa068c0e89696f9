package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.People;
import coderbased.client.WebClient;
import coderbased.client.keys.MemoryCredentialStore;
import coderbased.protocol.DisconnectReason;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reconnection after an absence of the server or of this machine. */
class ReconnectorTest {

    /** Timing so long that no wait ends during a test. */
    private static final Timing PATIENT =
            new Timing(Duration.ofHours(9), Duration.ofHours(9), Duration.ofHours(9), Duration.ofHours(9));

    private static final Timing BRISK =
            new Timing(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofHours(9), Duration.ofHours(9));

    private final ClientThread thread = new ClientThread("redial-test");
    private final MutableClock clock = MutableClock.standing();

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void machineThatSleptDialsWhenItWakes() {
        CountDownLatch dialled = new CountDownLatch(1);
        Reconnector reconnector = new Reconnector(thread, context(PATIENT, clock, People.RANDOM));
        thread.execute(() -> reconnector.later(Disconnection.because("gone"), dialled::countDown));
        CountDownLatch waiting = new CountDownLatch(1);
        thread.execute(waiting::countDown);
        Eventually.opened(waiting, () -> "the client's thread is stuck");
        assertEquals(1, dialled.getCount());
        clock.turn(Duration.ofHours(10));
        Eventually.opened(dialled, () -> "it goes on waiting");
    }

    /** The wait after a lost connection would outlast any test: every wait is a thousandth of the longest. */
    @Test
    void frozenDeviceAsksAgainSoon() {
        SecureRandom brisk = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public long nextLong(long bound) {
                return bound / 1_000;
            }
        };
        CountDownLatch dialled = new CountDownLatch(1);
        Reconnector reconnector = new Reconnector(thread, context(PATIENT, Clock.systemUTC(), brisk));
        thread.execute(() -> reconnector.later(Disconnection.told(DisconnectReason.FROZEN, 0), dialled::countDown));
        Eventually.opened(dialled, () -> "it waits as long as after a lost connection");
    }

    @Test
    void serverThatDiesDuringAHandshakeIsDialledAgainAtOnce() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                WebClient desktop = Clients.web(ClientConfig.of(
                                URI.create("http://127.0.0.1:" + door.getLocalPort()),
                                People.OFFICE_PC,
                                new MemoryCredentialStore())
                        .withClock(Clock.systemUTC())
                        .withRandom(People.RANDOM)
                        .withTiming(BRISK))) {
            desktop.start();
            door.setSoTimeout(Deadlines.millis(30_000));
            for (int i = 0; i < 3; i++) {
                try (Socket dying = door.accept()) {
                    assertEquals('G', dying.getInputStream().read(), "the first letter of GET");
                }
            }
        }
    }

    private static ClientContext context(Timing timing, Clock clock, SecureRandom random) {
        ServerAddress nowhere = ServerAddress.parse("127.0.0.1:9");
        return new ClientContext(new ServerTrust(nowhere, null), People.OFFICE_PC, clock, random, timing);
    }
}
