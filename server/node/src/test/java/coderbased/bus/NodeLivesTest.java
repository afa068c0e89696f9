package coderbased.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node notices that another one is gone, and knows whether it left in order. */
final class NodeLivesTest {

    private static final long LIMIT_SECONDS = Deadlines.seconds(30);

    /** A busy machine keeps no living node silent for that long. */
    private static final BusPace PACE =
            new BusPace(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(4));

    private static RealRedis redis;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private RedisBus bus;
    private NodeLives lives;
    private RedisBus otherBus;
    private NodeLives others;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
    }

    @AfterAll
    static void stop() throws Exception {
        if (redis != null) {
            redis.close();
        }
    }

    @BeforeEach
    void bothKnowEachOther() throws Exception {
        bus = new RedisBus(RedisAddress.of(redis.url()), "LIVES", "HERE", PACE);
        lives = new NodeLives(bus, PACE);
        lives.onCome(() -> events.add("came"));
        lives.onKill(() -> events.add("killed"));
        lives.onGo(node -> events.add(node + " is gone"));
        bus.await(Duration.ofSeconds(LIMIT_SECONDS));
        otherBus = new RedisBus(RedisAddress.of(redis.url()), "LIVES", "THERE", PACE);
        others = new NodeLives(otherBus, PACE);
        assertEquals("came", next());
    }

    @AfterEach
    void bothEnd() {
        lives.close();
        bus.close();
        others.close();
        otherBus.close();
    }

    @Test
    void aKilledNodeIsReportedBeforeItsAccountsAreGone() throws Exception {
        others.close();
        otherBus.close();
        assertEquals("killed", next());
        assertEquals("THERE is gone", next());
    }

    @Test
    void aNodeThatLeavesIsNotReportedAsKilled() throws Exception {
        others.leave();
        others.close();
        otherBus.close();
        assertEquals("THERE is gone", next());
        assertTrue(events.isEmpty(), events.toString());
    }

    @Test
    void listenerThatFailsIsToldAgainAndKeepsNobodyFromBeingTold() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        lives.onKill(() -> {
            if (fails.getAndSet(false)) {
                throw new StackOverflowError("thrown by the test");
            }
        });
        others.close();
        otherBus.close();
        assertEquals("killed", next());
        assertEquals("killed", next());
        assertEquals("THERE is gone", next());
    }

    private String next() throws InterruptedException {
        return events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
