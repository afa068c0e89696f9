package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.Session;
import coderbased.auth.SessionDevice;
import coderbased.auth.SessionUse;
import coderbased.auth.TestKey;
import coderbased.bus.InProcessFanout;
import coderbased.bus.InProcessPresence;
import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Wire;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is in, who is not any more, and what they hear. */
final class LiveSocketsTest {

    private static final Logout BANNED = Logout.of(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, Instant.EPOCH);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InProcessFanout fanout = new InProcessFanout();
    private final InProcessPresence presence = new InProcessPresence();
    private final Missed missed =
            new Missed(store(), timer, new Missed.Told(device -> {}, device -> {}));
    private final LiveSockets live = new LiveSockets(fanout, presence, 2, missed, logout -> {});
    private final TestLine line = new TestLine();

    @AfterEach
    void stop() {
        missed.close();
        timer.shutdownNow();
    }

    @Test
    void anAccountHoldsSoManyDevicesAndNoMore() {
        LiveDevice first = device("s1", new TestLine());
        assertInstanceOf(LiveSockets.Entry.In.class, live.enter(first));
        assertInstanceOf(LiveSockets.Entry.In.class, live.enter(device("s2", new TestLine())));
        assertInstanceOf(LiveSockets.Entry.Full.class, live.enter(device("s3", new TestLine())));
        assertInstanceOf(
                LiveSockets.Entry.In.class, live.enter(device("s1", new TestLine())), "in the older one's place");
        assertFalse(live.leave(first), "a newer one is there");
        assertInstanceOf(LiveSockets.Entry.Full.class, live.enter(device("s3", new TestLine())));
    }

    @Test
    void aSessionThatEndedBetweenAdmissionAndEntryIsNotLetIn() {
        live.end("s1", BANNED);
        assertEquals(new LiveSockets.Entry.Over(BANNED), live.enter(device("s1", line)));
        assertTrue(live.all().isEmpty());
    }

    @Test
    void theLogoutIsTheLastThatADeviceHearsWhateverWaitsBeforeIt() throws Exception {
        LiveDevice device = device("s1", line);
        live.enter(device);
        for (int i = 0; i < 500; i++) {
            device.peer().sendEncoded("not sent yet " + i);
        }
        live.end("s1", BANNED);
        device.peer().sendEncoded("too late");
        device.peer().start(new Silent());
        assertEquals(4403, line.closed.poll(10, TimeUnit.SECONDS));
        assertEquals(List.of(Wire.write(new LoggedOut(BANNED))), List.copyOf(line.sent));
    }

    @Test
    void whatIsHeldWhileCatchingUpFollowsUnlessTheBacklogHadIt() throws Exception {
        LiveDevice device = device("s1", line);
        live.enter(device);
        fanout.publish(delivery(1));
        assertTrue(device.feed().beginCatchingUp());
        fanout.publish(delivery(2));
        fanout.publish(delivery(3));
        assertEquals(List.of(delivery(2), delivery(3)), device.feed().release(new CaughtUp()));
        assertEquals(List.of(), device.feed().release(new CaughtUp()));
        fanout.publish(delivery(4));
        device.peer().start(new Silent());
        assertEquals(Wire.write(new CaughtUp()), line.sent.poll(10, TimeUnit.SECONDS));
        assertEquals("message 4", line.sent.poll(10, TimeUnit.SECONDS));
        assertNull(line.sent.poll());
    }

    @Test
    void anAccountThatLeftIsNotAskedForAnyMore() {
        LiveDevice device = device("s1", line);
        live.enter(device);
        assertTrue(live.leave(device));
        device.feed().beginCatchingUp();
        fanout.publish(delivery(1));
        assertEquals(List.of(), device.feed().release(new CaughtUp()));
    }

    /** A device that sees everything never has it looked up how far back. */
    private static ChatStore store() {
        return (ChatStore) Proxy.newProxyInstance(
                ChatStore.class.getClassLoader(), new Class<?>[] {ChatStore.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("looked up: " + method);
                });
    }

    private LiveDevice device(String session, TestLine at) {
        ChatLimits limits = ChatLimits.standard();
        Peer peer = new Peer(at, limits, new Outside("N0DE", Clock.systemUTC(), new SecureRandom(), timer), gone -> {});
        return LiveDevice.admitted(session(session), peer, limits, new Horizon(store(), session(session)));
    }

    private static Session session(String id) {
        SessionUse use = new SessionUse(1, Instant.EPOCH, null, Instant.EPOCH, Instant.EPOCH, "127.0.0.1");
        var device = new SessionDevice(TestPerson.DEVICE, new TestKey().publicHalf());
        return new Session(id, "ada", DeviceKind.PHONE, null, null, device, use, LinkChoices.FULL);
    }

    private static Delivery delivery(long seq) {
        return new Delivery(Set.of("ada", "bob"), null, new Place("c", seq), "message " + seq);
    }

    /** Says nothing and hears nothing. */
    private static final class Silent implements Talk {
        @Override
        public void opened() {}

        @Override
        public void said(String text) {}

        @Override
        public void gone() {}
    }
}
