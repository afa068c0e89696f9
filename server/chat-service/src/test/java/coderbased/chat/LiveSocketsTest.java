package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The devices that are admitted or no longer are, and what they are told. */
final class LiveSocketsTest {

    private static final Logout BANNED = Logout.of(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, Instant.EPOCH);

    private static final Runnable UNGREETED = () -> {
        throw new AssertionError("it was greeted");
    };

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InProcessFanout fanout = new InProcessFanout();
    private final InProcessPresence presence = new InProcessPresence();
    private final GapRecovery missed =
            new GapRecovery(store(), timer, new GapRecovery.Callbacks(device -> {}, device -> {}));
    private final LiveSockets live = new LiveSockets(fanout, presence, 2, missed, logout -> {});
    private final TestLine line = new TestLine();

    @AfterEach
    void stop() {
        missed.close();
        timer.shutdownNow();
    }

    @Test
    void devicesPerAccountAreLimited() {
        LiveDevice first = device("s1", new TestLine());
        assertInstanceOf(LiveSockets.Entry.In.class, enter(first));
        assertInstanceOf(LiveSockets.Entry.In.class, enter(device("s2", new TestLine())));
        assertInstanceOf(LiveSockets.Entry.Full.class, enter(device("s3", new TestLine())));
        assertInstanceOf(LiveSockets.Entry.In.class, enter(device("s1", new TestLine())), "in the older one's place");
        assertFalse(live.leave(first), "a newer one is there");
        assertInstanceOf(LiveSockets.Entry.Full.class, enter(device("s3", new TestLine())));
    }

    @Test
    void deviceIsGreetedBeforeAnybodyFindsIt() {
        LiveDevice device = device("s1", line);
        AtomicBoolean greeted = new AtomicBoolean();
        long knock = live.knock();
        live.enter(device, knock, () -> {
            assertTrue(live.all().isEmpty());
            assertTrue(live.ofAccount("ada").isEmpty());
            assertTrue(live.ofSession("s1").isEmpty());
            greeted.set(true);
        });
        assertTrue(greeted.get());
        assertEquals(Optional.of(device), live.ofSession("s1"));
    }

    @Test
    void aSessionEndedDuringItsAdmissionIsRefused() {
        long knock = live.knock();
        live.end("s1", BANNED);
        live.freeze("s1");
        assertEquals(new LiveSockets.Entry.Over(BANNED), live.enter(device("s1", line), knock, UNGREETED));
        assertTrue(live.all().isEmpty());
    }

    @Test
    void aSessionFrozenDuringItsAdmissionIsRefused() {
        long knock = live.knock();
        live.freeze("s1");
        assertEquals(new LiveSockets.Entry.Frozen(), live.enter(device("s1", line), knock, UNGREETED));
        live.knocked(knock);
        assertTrue(live.all().isEmpty());
        assertInstanceOf(LiveSockets.Entry.In.class, enter(device("s1", line)), "its row says that it is thawed");
    }

    @Test
    void aSessionRenewedElsewhereDuringItsAdmissionIsLate() {
        long knock = live.knock();
        live.renewedElsewhere("s1", 7);
        assertEquals(new LiveSockets.Entry.Late(), live.enter(device("s1", 6), knock, UNGREETED));
        assertInstanceOf(LiveSockets.Entry.In.class, live.enter(device("s1", 8), knock, () -> {}));
    }

    @Test
    void theNewerConnectionOfASessionStaysInAnyOrderOfEntry() {
        LiveDevice newer = device("s1", 2);
        assertInstanceOf(LiveSockets.Entry.In.class, enter(newer));
        assertEquals(new LiveSockets.Entry.Late(), enter(device("s1", 1)));
        live.renewedElsewhere("s1", 1);
        newer.connection().start(new SilentHandler());
        newer.connection().sendEncoded("still there");
        assertEquals("still there", next());
        live.renewedElsewhere("s1", 3);
        assertEquals(4409, closed());
    }

    @Test
    void revocationsAreKeptForPendingAdmissions() {
        PendingAdmissions knocks = new PendingAdmissions();
        knocks.hear(new PendingAdmissions.News.Frozen("nobody knocks"));
        assertEquals(0, knocks.kept());
        long first = knocks.begin();
        knocks.hear(new PendingAdmissions.News.Frozen("a"));
        long second = knocks.begin();
        knocks.hear(new PendingAdmissions.News.Frozen("b"));
        assertEquals(Optional.of(new PendingAdmissions.News.Frozen("a")), knocks.against(first, "a", 0));
        assertEquals(Optional.empty(), knocks.against(second, "a", 0), "the row showed it");
        knocks.end(first);
        assertEquals(1, knocks.kept());
        assertEquals(Optional.of(new PendingAdmissions.News.Frozen("b")), knocks.against(second, "b", 0));
        knocks.end(second);
        assertEquals(0, knocks.kept());
    }

    @Test
    void theLogoutIsTheLastMessageToADevice() throws Exception {
        LiveDevice device = device("s1", line);
        enter(device);
        for (int i = 0; i < 500; i++) {
            device.connection().sendEncoded("not sent yet " + i);
        }
        live.end("s1", BANNED);
        device.connection().sendEncoded("too late");
        device.connection().start(new SilentHandler());
        assertEquals(4403, line.closed.poll(Deadlines.seconds(10), TimeUnit.SECONDS));
        assertEquals(List.of(Wire.write(new LoggedOut(BANNED))), List.copyOf(line.sent));
    }

    @Test
    void heldDeliveriesFollowUnlessTheBacklogContainedThem() throws Exception {
        LiveDevice device = device("s1", line);
        enter(device);
        fanout.publish(delivery(1));
        assertTrue(device.feed().beginCatchingUp());
        fanout.publish(delivery(2));
        fanout.publish(delivery(3));
        assertEquals(List.of(delivery(2), delivery(3)), device.feed().release(new CaughtUp()));
        assertEquals(List.of(), device.feed().release(new CaughtUp()));
        fanout.publish(delivery(4));
        device.connection().start(new SilentHandler());
        assertEquals(Wire.write(new CaughtUp()), line.sent.poll(Deadlines.seconds(10), TimeUnit.SECONDS));
        assertEquals("message 4", line.sent.poll(Deadlines.seconds(10), TimeUnit.SECONDS));
        assertNull(line.sent.poll());
    }

    @Test
    void deliveriesToADepartedAccountStop() {
        LiveDevice device = device("s1", line);
        enter(device);
        assertTrue(presence.isHere("ada"));
        assertTrue(live.leave(device));
        assertFalse(presence.isHere("ada"));
        device.feed().beginCatchingUp();
        fanout.publish(delivery(1));
        assertEquals(List.of(), device.feed().release(new CaughtUp()));
    }

    @Test
    void deliveriesAreWaitedForWhereADeviceResumes() {
        AtomicInteger waits = new AtomicInteger();
        ChatFanout slow = new ChatFanout() {
            @Override
            public void publish(Delivery delivery) {}

            @Override
            public Interest interest(String accountId, Receiver receiver) {
                return new Interest() {
                    @Override
                    public void awaitBegun() {
                        waits.incrementAndGet();
                    }

                    @Override
                    public void close() {}
                };
            }

            @Override
            public boolean isHeard(String accountId) {
                return true;
            }

            @Override
            public boolean carries() {
                return true;
            }
        };
        LiveSockets elsewhere = new LiveSockets(slow, presence, 2, missed, _ -> {});
        elsewhere.awaitHearing("ada");
        assertEquals(0, waits.get(), "nobody is here");
        elsewhere.enter(device("s1", line), elsewhere.knock(), () -> {});
        elsewhere.awaitHearing("ada");
        assertEquals(1, waits.get());
    }

    /** A device that sees everything never has it looked up how far back. */
    private static ChatStore store() {
        return (ChatStore) Proxy.newProxyInstance(
                ChatStore.class.getClassLoader(), new Class<?>[] {ChatStore.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("looked up: " + method);
                });
    }

    private LiveSockets.Entry enter(LiveDevice device) {
        long knock = live.knock();
        try {
            return live.enter(device, knock, () -> {});
        } finally {
            live.knocked(knock);
        }
    }

    private String next() {
        return TestLine.polled(line.sent);
    }

    private int closed() {
        return TestLine.polled(line.closed);
    }

    private LiveDevice device(String session, TestLine at) {
        return device(session, 0, at);
    }

    private LiveDevice device(String session, long renewal) {
        return device(session, renewal, line);
    }

    private LiveDevice device(String session, long renewal, TestLine at) {
        return TestLiveDevice.of(session, renewal, at, store(), timer);
    }

    private static Delivery delivery(long seq) {
        return new Delivery(Set.of("ada", "bob"), null, new Place("c", seq), "message " + seq);
    }
}
