package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthService;
import coderbased.bus.InProcessAuthEvents;
import coderbased.bus.InProcessFanout;
import coderbased.bus.InProcessPresence;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Said;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.Wire;
import coderbased.store.Database;
import coderbased.store.SqlAuthStore;
import coderbased.store.SqlChatStore;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ada is connected to one node and Bob to another; between the two, deliveries get lost. Bob's device stays connected. */
final class LostDeliveriesTest {

    /** Stands still: nothing here is a matter of time. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.7.20");

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InProcessAuthEvents events = new InProcessAuthEvents();
    private final LossyFanout fanout = new LossyFanout();
    private final AtomicReference<Callable<Boolean>> beforeChangesAreRead = new AtomicReference<>(() -> true);
    private Database database;
    private AuthService adasAuth;
    private AuthService bobsAuth;
    private ChatService adas;
    private ChatService bobs;
    private TestPerson ada;
    private TestPerson bob;
    private Device adaHere;
    private Device bobThere;
    private String conversation;

    @BeforeEach
    void bothTalk() throws Exception {
        database = Database.open(folder.resolve("chat.db"));
        adasAuth = auth("AAAA");
        bobsAuth = auth("BBBB");
        adas = chat(adasAuth, "AAAA");
        bobs = chat(bobsAuth, "BBBB");
        ada = TestPerson.signedUp("ada", said -> adasAuth.signUp(said, HOME));
        bob = TestPerson.signedUp("bob", said -> bobsAuth.signUp(said, HOME));
        adaHere = new Device(adas, ada);
        bobThere = new Device(bobs, bob);
        conversation = adaHere.opensWith(bob);
        adaHere.says("one");
        bobThere.hears("one");
    }

    @AfterEach
    void stop() throws Exception {
        adaHere.peer.closed();
        bobThere.peer.closed();
        adas.close();
        bobs.close();
        adasAuth.close();
        bobsAuth.close();
        events.close();
        database.close();
        timer.shutdownNow();
    }

    @Test
    void whatWasLostIsToldBeforeWhatCameAfterIt() throws Exception {
        fanout.loses = true;
        adaHere.says("two");
        adaHere.says("three");
        fanout.loses = false;
        adaHere.says("four");
        bobThere.hears("two");
        bobThere.hears("three");
        bobThere.hears("four");
        adaHere.says("five");
        bobThere.hears("five");
    }

    @Test
    void aLongGapIsToldWholly() throws Exception {
        fanout.loses = true;
        for (int i = 0; i < 250; i++) {
            adaHere.says("lost " + i);
        }
        fanout.loses = false;
        adaHere.says("last");
        for (int i = 0; i < 250; i++) {
            bobThere.hears("lost " + i);
        }
        bobThere.hears("last");
    }

    @Test
    void afterAnOutageADeviceHearsWhatItMissedThoughNobodySaysAnythingMore() throws Exception {
        fanout.loses = true;
        adaHere.says("two");
        String group = adaHere.makesAGroupWith(bob);
        fanout.loses = false;
        fanout.outageIsOver();
        bobThere.learnsOf(group);
        bobThere.hears("two");
    }

    @Test
    void whileNothingIsCarriedTheStoreIsAsked() throws Exception {
        fanout.loses = true;
        fanout.carries = false;
        adaHere.says("two");
        bobs.sweep();
        bobThere.hears("two");
        adaHere.says("three");
        bobs.sweep();
        bobThere.hears("three");
    }

    @Test
    void whatTheBacklogToldIsNotToldAgainWhenItsDeliveryComesLate() throws Exception {
        bobThere.peer.closed();
        fanout.holdsBack = true;
        adaHere.says("two");
        beforeChangesAreRead.set(() -> {
            adaHere.says("three");
            return true;
        });
        bobThere = new Device(bobs, bob, Map.of(conversation, 1L));
        fanout.letsGo();
        adaHere.says("four");
        bobThere.hears("four");
    }

    private AuthService auth(String node) throws Exception {
        return AuthNodes.named(node, new SqlAuthStore(database), events, folder, CLOCK, random);
    }

    private ChatService chat(AuthService auth, String node) {
        ChatPorts ports = new ChatPorts(
                watched(new SqlChatStore(database)),
                fanout,
                new InProcessPresence(),
                (account, hash) -> OptionalLong.empty());
        return new ChatService(auth, ports, new Outside(node, CLOCK, random, timer), ChatLimits.standard());
    }

    /** The same, and something may happen before a device's changes are read. */
    private ChatStore watched(ChatStore store) {
        return (ChatStore) Proxy.newProxyInstance(
                ChatStore.class.getClassLoader(), new Class<?>[] {ChatStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("changed")) {
                        beforeChangesAreRead.getAndSet(() -> true).call();
                    }
                    return method.invoke(store, arguments);
                });
    }

    /** A phone that is live at a node. */
    private final class Device {

        private final TestLine line = new TestLine();
        private final Peer peer;
        private int said;

        Device(ChatService node, TestPerson person) throws Exception {
            this(node, person, Map.of());
        }

        /** It has heard of the conversations up to these changes, and has caught up. */
        Device(ChatService node, TestPerson person, Map<String, Long> have) throws Exception {
            peer = node.openChat(line);
            say(person.answer(next(Challenge.class)));
            person.keep(next(Admitted.class).token());
            say(new Resume(have));
            next(CaughtUp.class);
        }

        String opensWith(TestPerson other) throws Exception {
            say(new OpenDirect("open", other.id()));
            return next(Opened.class).conversation().id();
        }

        String makesAGroupWith(TestPerson other) throws Exception {
            say(new ChatClientMessage.CreateGroup("group", "Walkers", List.of(other.id())));
            return next(Opened.class).conversation().id();
        }

        void says(String text) throws Exception {
            say(new ChatClientMessage.Send("m" + said++, conversation, new Body.Text(text), null, false));
            next(Stored.class);
        }

        /** It is the next that is said, and not for the second time. */
        void hears(String text) throws Exception {
            Said next = next(Said.class);
            while (!next.message().conversationId().equals(conversation)) {
                next = next(Said.class);
            }
            assertEquals(new Body.Text(text), next.message().body());
        }

        void learnsOf(String group) throws Exception {
            String told = "";
            while (!told.equals(group)) {
                told = next(ConversationChanged.class).conversation().id();
            }
        }

        <T extends ChatServerMessage> T next(Class<T> kind) throws Exception {
            while (true) {
                String text = line.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
                assertNotNull(text, "waited for " + kind.getSimpleName());
                ChatServerMessage message = Wire.read(text, ChatServerMessage.class);
                if (kind.isInstance(message)) {
                    return kind.cast(message);
                }
            }
        }

        private void say(ChatClientMessage message) {
            assertTrue(line.closed.isEmpty(), "the connection stands");
            peer.received(Wire.write(message));
        }
    }

    /** Both nodes' fan-out; what it loses, not even the node itself hears. */
    private static final class LossyFanout implements ChatFanout {

        private final InProcessFanout whole = new InProcessFanout();
        private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
        private final Queue<Delivery> heldBack = new ConcurrentLinkedQueue<>();
        private volatile boolean loses;
        private volatile boolean holdsBack;
        private volatile boolean carries = true;

        void outageIsOver() {
            receivers.forEach(Receiver::missed);
        }

        /** What was held back is delivered now, in order. */
        void letsGo() {
            holdsBack = false;
            heldBack.forEach(whole::publish);
        }

        @Override
        public void publish(Delivery delivery) {
            if (holdsBack) {
                heldBack.add(delivery);
            } else if (!loses) {
                whole.publish(delivery);
            }
        }

        @Override
        public Interest interest(String accountId, Receiver receiver) {
            receivers.add(receiver);
            return whole.interest(accountId, receiver);
        }

        @Override
        public boolean isHeard(String accountId) {
            return true;
        }

        @Override
        public boolean carries() {
            return carries;
        }
    }
}
