package coderbased.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.GuestResponse;
import coderbased.auth.session.AuthEvent;
import coderbased.chat.Presence.Watch;
import coderbased.node.LoggedLines;
import coderbased.story.Cable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes at one Redis keep the contract, and get along while it is away. */
final class RedisBusTest extends BusContract {

    private static RealRedis redis;

    private BusPorts here;
    private BusPorts there;

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
    void bothConnect() throws Exception {
        here = BusPorts.redis(redis.url(), "SERVER", "AAAA");
        there = BusPorts.redis(redis.url(), "SERVER", THERE);
        here.health().await(DEADLINE);
        there.health().await(DEADLINE);
    }

    @AfterEach
    void bothLeave() throws Exception {
        there.close();
        here.close();
    }

    @Override
    BusPorts here() {
        return here;
    }

    @Override
    BusPorts there() {
        return there;
    }

    @Test
    void aNodeGetsItsOwnEventsWithoutWaitingWhileRedisIsAway() throws Exception {
        BlockingQueue<AuthEvent> heardHere = new LinkedBlockingQueue<>();
        try (AutoCloseable one = here.auth().events().subscribe(heardHere::add)) {
            redis.stop();
            here.auth().events().publish(new AuthEvent.DevicesChanged("ada"));
            assertEquals(new AuthEvent.DevicesChanged("ada"), next(heardHere));
            assertInstanceOf(
                    GuestResponse.NotHere.class,
                    here.auth().calls().ask(THERE, QUESTION, SHORT_DEADLINE).join());
            until(() -> !here.health().carries(), "it knows that the bus is away");
        } finally {
            redis.start();
        }
        untilBothHearEachOther();
    }

    @Test
    void theDocumentedRightsSufficeAndFewerBreakTheBus() throws Exception {
        redis.permit(
                "node",
                "on",
                ">secret",
                "resetchannels",
                "&coderbased:*",
                "-@all",
                "+publish",
                "+subscribe",
                "+unsubscribe",
                "+hello",
                "+ping");
        BusPace brisk = new BusPace(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(10));
        try (BusPorts little = BusPorts.redis(RedisAddress.of(redis.url("node", "secret")), "SERVER", "LITT", brisk)) {
            until(() -> little.health().carries(), "it carries");
            redis.permit("node", "-publish");
            until(() -> !little.health().carries(), "it may not publish");
            redis.permit("node", "+publish");
            until(() -> little.health().carries(), "it carries again");
        }
    }

    @Test
    void aSlowHandlerDoesNotDelayRedisAnswers() throws Exception {
        CountDownLatch goesOn = new CountDownLatch(1);
        CountDownLatch handling = new CountDownLatch(1);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (RedisBus slow = new RedisBus(RedisAddress.of(redis.url()), "SERVER", "SLOW", BusPace.STANDARD);
                RedisBus other = new RedisBus(RedisAddress.of(redis.url()), "SERVER", "OTHR", BusPace.STANDARD)) {
            slow.await(DEADLINE);
            other.await(DEADLINE);
            slow.hear("slow", AuthEvent.class, event -> {
                        handling.countDown();
                        heard.add(event.toString());
                        awaitUninterruptibly(goesOn);
                    })
                    .awaitBegun();
            for (int i = 0; i < 3; i++) {
                other.say("slow", new AuthEvent.DevicesChanged("account-" + i));
            }
            assertTrue(handling.await(LIMIT_SECONDS, TimeUnit.SECONDS));
            slow.hear("another", AuthEvent.class, event -> {})
                    .begun()
                    .toCompletableFuture()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            goesOn.countDown();
            for (int i = 0; i < 3; i++) {
                String next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                assertEquals(new AuthEvent.DevicesChanged("account-" + i).toString(), next, "in order");
            }
        } finally {
            goesOn.countDown();
        }
    }

    @Test
    void aMessageWithoutRoomIsLostAndReported() throws Exception {
        CountDownLatch goesOn = new CountDownLatch(1);
        CountDownLatch handling = new CountDownLatch(1);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        List<Consumer<String>> blocked = List.of(text -> {
            handling.countDown();
            awaitUninterruptibly(goesOn);
            heard.add(text);
        });
        try (Inbound inbound = new Inbound(2, 10)) {
            assertTrue(inbound.take("one", blocked));
            handling.await();
            assertTrue(inbound.take("two", blocked));
            assertFalse(inbound.take("far too long", blocked), "too many characters");
            assertTrue(inbound.take("three", blocked));
            assertFalse(inbound.take("4", blocked), "too many messages");
            goesOn.countDown();
            for (String text : List.of("one", "two", "three")) {
                assertEquals(text, heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            assertTrue(inbound.take("five", blocked), "there is room again");
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCallIsRepeatedUntilItsNodeListens() throws Exception {
        CompletableFuture<GuestResponse> answer = here.auth().calls().ask(THERE, QUESTION, DEADLINE);
        assertFalse(answer.isDone(), "nobody listens, and there is time");
        try (AutoCloseable serving = there.auth().calls().serve(THERE, BusContract::answer)) {
            assertEquals(ANSWER, answer.join());
        }
    }

    @Test
    void anOutageOfRedisIsLoggedOnce() throws Exception {
        try (LoggedLines lines = new LoggedLines();
                BusPorts brisk = BusPorts.redis(
                        RedisAddress.of(redis.url()),
                        "SERVER",
                        "BRSK",
                        new BusPace(Duration.ofMillis(10), Duration.ofSeconds(5), Duration.ofSeconds(10)))) {
            until(() -> brisk.health().carries(), "it carries");
            here.close();
            there.close();
            redis.stop();
            until(() -> !brisk.health().carries(), "it knows that the bus is away");
            for (int i = 0; i < 1_000; i++) {
                brisk.auth().events().publish(new AuthEvent.DevicesChanged("ada"));
            }
            redis.start();
            until(() -> brisk.health().carries(), "it carries again");
            until(() -> lines.count("The bus works again") > 0, "its end is in the log");
            assertEquals(1, lines.count("The bus failed"), lines.texts().toString());
            assertEquals(2, lines.texts().size(), lines.texts().toString());
        }
    }

    @Test
    void aConnectedBusWithoutAnswersCountsAsBroken() throws Exception {
        BusPace brisk = new BusPace(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(10));
        try (Cable cable = new Cable(URI.create(redis.url()).getPort());
                BusPorts far =
                        BusPorts.redis(RedisAddress.of("redis://127.0.0.1:" + cable.port()), "SERVER", "FARR", brisk)) {
            until(() -> far.health().carries(), "it carries");
            cable.stall();
            until(() -> !far.health().carries(), "nothing comes back");
            cable.mend();
            until(() -> far.health().carries(), "it carries again");
        }
    }

    @Test
    void theAccountsOfADeadNodeAreGone() throws Exception {
        BusPace brisk = new BusPace(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(1));
        BlockingQueue<Boolean> seen = new LinkedBlockingQueue<>();
        BusPorts mortal = BusPorts.redis(RedisAddress.of(redis.url()), "SERVER", "DEAD", brisk);
        try (BusPorts watching = BusPorts.redis(RedisAddress.of(redis.url()), "SERVER", "EEEE", brisk);
                Watch watch = watching.presence().watch("ada", seen::add)) {
            watching.health().await(DEADLINE);
            mortal.health().await(DEADLINE);
            mortal.presence().came("ada");
            assertEquals(true, next(seen));
            mortal.close();
            // A busy machine may have taken the node for dead before, and for alive again.
            until(() -> !watching.presence().isHere("ada"), "the account is gone");
            assertEquals(false, next(seen));
        }
    }

    @Test
    void aNodeJoinsOnceItsRedisIsReachable() throws Exception {
        redis.stop();
        try (BusPorts early = BusPorts.redis(redis.url(), "SERVER", "CCCC")) {
            redis.start();
            BlockingQueue<AuthEvent> heard = new LinkedBlockingQueue<>();
            try (AutoCloseable one = early.auth().events().subscribe(heard::add)) {
                until(() -> told(here, heard), "it hears the others");
            }
        }
        untilBothHearEachOther();
    }

    @Test
    void anotherServerAtTheSameRedisGetsNothing() throws Exception {
        BlockingQueue<AuthEvent> strange = new LinkedBlockingQueue<>();
        BlockingQueue<AuthEvent> heard = new LinkedBlockingQueue<>();
        try (BusPorts other = BusPorts.redis(redis.url(), "OTHER", THERE);
                AutoCloseable one = other.auth().events().subscribe(strange::add);
                AutoCloseable two = there.auth().events().subscribe(heard::add)) {
            here.auth().events().publish(new AuthEvent.DevicesChanged("ada"));
            next(heard);
            assertTrue(strange.isEmpty());
        }
    }

    private void untilBothHearEachOther() throws Exception {
        BlockingQueue<AuthEvent> heardHere = new LinkedBlockingQueue<>();
        BlockingQueue<AuthEvent> heardThere = new LinkedBlockingQueue<>();
        try (AutoCloseable one = here.auth().events().subscribe(heardHere::add);
                AutoCloseable other = there.auth().events().subscribe(heardThere::add)) {
            until(() -> told(here, heardThere), "there hears here");
            heardHere.clear();
            until(() -> told(there, heardHere, "from there"), "here hears there");
            // What is still on its way is heard before this.
            here.auth().events().publish(new AuthEvent.DevicesChanged("last"));
            while (!next(heardThere).equals(new AuthEvent.DevicesChanged("last"))) {
                continue;
            }
            there.auth().events().publish(new AuthEvent.DevicesChanged("last of there"));
            while (!next(heardHere).equals(new AuthEvent.DevicesChanged("last of there"))) {
                continue;
            }
        }
    }

    private static boolean told(BusPorts by, BlockingQueue<AuthEvent> heard) {
        by.auth().events().publish(new AuthEvent.DevicesChanged("hello"));
        return !heard.isEmpty();
    }

    private static boolean told(BusPorts by, BlockingQueue<AuthEvent> heard, String word) {
        by.auth().events().publish(new AuthEvent.DevicesChanged(word));
        return heard.contains(new AuthEvent.DevicesChanged(word));
    }
}
