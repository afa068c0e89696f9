package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.HandClock;
import coderbased.client.Soon;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final ClientThread thread = new ClientThread("heartbeat-test");
    private final HandClock clock = new HandClock();
    private final OtherEnd otherEnd = new OtherEnd();

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void answeringPeerStaysConnected() {
        otherEnd.answering = true;
        Heartbeat heartbeat = start(Duration.ofMillis(50));
        Soon.await(otherEnd.fiveTimes, () -> "it was not asked");
        assertEquals(1, otherEnd.died.getCount());
        heartbeat.stop();
    }

    @Test
    void silentPeerIsDetected() {
        start(Duration.ofMillis(50));
        Soon.await(otherEnd.died, () -> "nobody noticed");
        assertEquals(1, otherEnd.pings.get(), "asked once, then given up");
    }

    @Test
    void machineThatSleptPingsAtOnce() {
        start(Duration.ofSeconds(20));
        clock.turn(Duration.ofHours(1));
        long before = System.nanoTime();
        Soon.await(otherEnd.once, () -> "it was not asked");
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(10), "long before its turn");
    }

    private Heartbeat start(Duration every) {
        Heartbeat heartbeat = new Heartbeat(thread, clock, every, otherEnd);
        otherEnd.heartbeat = heartbeat;
        CountDownLatch started = new CountDownLatch(1);
        thread.execute(heartbeat::start);
        thread.execute(started::countDown);
        Soon.await(started, () -> "the client's thread is stuck");
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

        @Override
        public void ping() {
            pings.incrementAndGet();
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
