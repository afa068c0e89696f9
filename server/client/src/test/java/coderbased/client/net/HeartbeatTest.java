package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Eventually;
import coderbased.testing.MutableClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final ClientThread thread = new ClientThread("heartbeat-test");
    private final MutableClock clock = MutableClock.standing();
    private final OtherEnd otherEnd = new OtherEnd();

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void answeringPeerStaysConnected() {
        otherEnd.answering = true;
        Heartbeat heartbeat = start(Duration.ofMillis(50));
        Eventually.opened(otherEnd.fiveTimes, () -> "it was not asked");
        assertEquals(1, otherEnd.died.getCount());
        heartbeat.stop();
    }

    @Test
    void silentPeerIsDetected() {
        start(Duration.ofMillis(50));
        Eventually.opened(otherEnd.died, () -> "nobody noticed");
        assertEquals(1, otherEnd.pings.get(), "asked once, then given up");
    }

    @Test
    void machineThatSleptPingsAtOnce() {
        AtomicBoolean halfTime = new AtomicBoolean();
        AtomicBoolean early = new AtomicBoolean();
        Heartbeat heartbeat = heartbeat(Duration.ofSeconds(20));
        otherEnd.onPing = () -> early.set(!halfTime.get());
        thread.execute(() -> {
            thread.after(Duration.ofSeconds(10), () -> halfTime.set(true));
            heartbeat.start();
            clock.turn(Duration.ofHours(1));
        });
        Eventually.opened(otherEnd.once, () -> "it was not asked");
        assertTrue(early.get(), "long before its turn");
    }

    private Heartbeat heartbeat(Duration every) {
        Heartbeat heartbeat = new Heartbeat(thread, clock, every, otherEnd);
        otherEnd.heartbeat = heartbeat;
        return heartbeat;
    }

    private Heartbeat start(Duration every) {
        Heartbeat heartbeat = heartbeat(every);
        CountDownLatch started = new CountDownLatch(1);
        thread.execute(heartbeat::start);
        thread.execute(started::countDown);
        Eventually.opened(started, () -> "the client's thread is stuck");
        return heartbeat;
    }

    /** Connection under observation. */
    private static final class OtherEnd implements Heartbeat.Patient {

        private final AtomicInteger pings = new AtomicInteger();
        private final CountDownLatch died = new CountDownLatch(1);
        private final CountDownLatch once = new CountDownLatch(1);
        private final CountDownLatch fiveTimes = new CountDownLatch(5);
        private volatile boolean answering;
        private volatile Heartbeat heartbeat;
        private volatile Runnable onPing = () -> {};

        @Override
        public void ping() {
            pings.incrementAndGet();
            onPing.run();
            once.countDown();
            fiveTimes.countDown();
            if (answering) {
                heartbeat.heard();
            }
        }

        @Override
        public void dead() {
            died.countDown();
        }
    }
}
