package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionUse;
import coderbased.http.CallerAddress;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many slow readers together hold no more than one node's budget; whoever reads hears everything. */
final class SlowReadersTest {

    private static final int READERS = 40;
    private static final int TEXTS = 50;
    private static final long BUDGET = 200_000;
    private static final String TEXT = "x".repeat(1_000);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final QueueBudget budget = new QueueBudget(BUDGET);
    private final List<StuckLine> stuck = new ArrayList<>();

    @AfterEach
    void stop() {
        stuck.forEach(StuckLine::cut);
        timer.shutdownNow();
    }

    @Test
    void slowReadersAreDisconnectedAndAFastOneMissesNothing() throws Exception {
        TestLine fastLine = new TestLine();
        ClientConnection fast = peer(fastLine);
        List<ClientConnection> slow = slowPeers();
        for (int i = 0; i < TEXTS; i++) {
            slow.forEach(peer -> peer.sendEncoded(TEXT));
            assertTrue(budget.used() <= BUDGET, "waiting: " + budget.used());
            fast.sendEncoded("number " + i);
            assertEquals("number " + i, fastLine.sent.poll(Deadlines.seconds(10), TimeUnit.SECONDS));
        }
        assertTrue(fastLine.closed.isEmpty(), "whoever reads stays");
        long ended = READERS - BUDGET / (TEXTS * TEXT.length()) - 1;
        Eventually.holds(
                ended + " slow readers are cut",
                () -> stuck.stream().filter(line -> line.cut.getCount() == 0).count() >= ended);
    }

    @Test
    void incomingMessagesCountToo() throws Exception {
        StuckLine line = new StuckLine();
        ClientConnection peer = new ClientConnection(line, ChatLimits.standard(), outside(), budget, _ -> {});
        CountDownLatch handled = new CountDownLatch(1);
        peer.start(new ConnectionHandler() {
            @Override
            public void opened() {}

            @Override
            public void received(String text) throws InterruptedException {
                handled.await();
            }

            @Override
            public void gone() {}
        });
        for (int i = 0; i <= BUDGET / TEXT.length(); i++) {
            peer.received(TEXT);
        }
        assertTrue(
                line.cut.await(Deadlines.seconds(10), TimeUnit.SECONDS),
                "a talker that is not listened to is bounded as well");
        assertTrue(budget.used() <= BUDGET);
        handled.countDown();
    }

    @Test
    void waitingTextsCountFromTheBeginning() throws Exception {
        ClientConnection peer = slowPeers().getFirst();
        List<String> pages = List.of(TEXT, TEXT, TEXT);
        peer.sendInTurn(TEXT);
        CompletableFuture<Void> telling = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                peer.hold(BUDGET / 2);
                peer.sendInTurn(new ArrayDeque<>(pages));
                telling.complete(null);
            } catch (InterruptedException e) {
                telling.completeExceptionally(e);
            }
        });
        StuckLine line = stuck.getFirst();
        assertTrue(line.sending.await(Deadlines.seconds(10), TimeUnit.SECONDS));
        Eventually.holds("all of them count", () -> budget.used() == BUDGET / 2 + 4 * QueueBudget.cost(TEXT));
        peer.closed();
        telling.handle((_, ended) -> {
                    assertTrue(ended instanceof InterruptedException);
                    return true;
                })
                .get(Deadlines.seconds(10), TimeUnit.SECONDS);
        assertEquals(0, budget.used());
    }

    @Test
    void textsHeldDuringTheBacklogCount() {
        ClientConnection peer = slowPeers().getFirst();
        SessionUse use = new SessionUse(1, Instant.EPOCH, null, Instant.EPOCH, Instant.EPOCH, "127.0.0.1", 0);
        var device = new SessionDevice(TestPerson.DEVICE, new TestKey().publicHalf());
        Session session = new Session("s", "ada", DeviceKind.PHONE, null, null, device, use, LinkChoices.FULL);
        Feed feed = new Feed(peer, ChatLimits.standard(), HistoryVisibility.of(null, session));
        feed.beginCatchingUp();
        feed.hear(new ChatFanout.Delivery(Set.of("ada"), null, null, TEXT));
        assertEquals(TEXT.length(), budget.used());
        assertEquals(1, feed.release("caught up").size());
        assertEquals(TEXT.length(), budget.used(), "it is on its way out");
        feed.release("caught up");
        assertTrue(budget.used() < TEXT.length());
    }

    private List<ClientConnection> slowPeers() {
        List<ClientConnection> slow = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            stuck.add(new StuckLine());
            slow.add(peer(stuck.getLast()));
        }
        return slow;
    }

    private ClientConnection peer(Transport line) {
        ClientConnection peer = new ClientConnection(line, ChatLimits.standard(), outside(), budget, _ -> {});
        peer.start(new SilentHandler());
        return peer;
    }

    private ChatContext outside() {
        return new ChatContext("N0DE", Clock.systemUTC(), new SecureRandom(), timer);
    }

    /** Sends nothing until it is cut, as to somebody who does not read. */
    private static final class StuckLine implements Transport {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch cut = new CountDownLatch(1);
        private final AtomicReference<@Nullable Consumer<@Nullable Throwable>> failing = new AtomicReference<>();

        @Override
        public CallerAddress address() {
            return CallerAddress.certain(InetAddress.getLoopbackAddress());
        }

        @Override
        public void send(List<String> texts, Consumer<@Nullable Throwable> written) {
            failing.set(written);
            sending.countDown();
        }

        @Override
        public void ping() {}

        @Override
        public long bytesIn() {
            return 0;
        }

        @Override
        public long framesIn() {
            return 0;
        }

        @Override
        public void accept(int bytes) {}

        @Override
        public void close(int code, String reason) {}

        @Override
        public void cut() {
            cut.countDown();
            Consumer<@Nullable Throwable> written = failing.getAndSet(null);
            if (written != null) {
                written.accept(new IOException("cut"));
            }
        }
    }
}
