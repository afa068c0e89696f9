package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthService;
import coderbased.auth.MadeSessions;
import coderbased.auth.StoreDoor;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.AuthKeys;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Admitted;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Wire;
import coderbased.testing.Eventually;
import coderbased.testing.MutableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session is cut, or goes on elsewhere, between two steps of a connection's admission; whichever two they are, the
 * connection is out when the cut is answered.
 */
final class CutAtTheDoorTest {

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final MutableClock clock = MutableClock.running();
    private final InProcessAuthEvents bus = new InProcessAuthEvents();
    private final InMemoryStores stores = new InMemoryStores();
    private StoreDoor door;
    private AuthService here;
    private AuthService elsewhere;
    private ChatService chat;
    private ChatService chatElsewhere;
    private Session phone;
    private MadeSessions.Made desktop;

    @BeforeEach
    void aPhoneAndItsDesktop() throws Exception {
        door = new StoreDoor(stores.auth());
        here = AuthNodes.named("AAAA", door.store(), bus, folder, clock, random);
        elsewhere = AuthNodes.named("BBBB", door.store(), bus, folder, clock, random);
        chat = chat("AAAA", here);
        chatElsewhere = chat("BBBB", elsewhere);
        List<MadeSessions.Made> all = new MadeSessions(
                        door.store(), AuthKeys.open(folder, random), new AuthContext(clock, random))
                .household("ada", 1);
        phone = all.getFirst().session();
        desktop = all.getLast();
    }

    @AfterEach
    void stop() throws Exception {
        chat.close();
        chatElsewhere.close();
        here.close();
        elsewhere.close();
        bus.close();
        timer.shutdownNow();
    }

    @Test
    void aDesktopFrozenBeforeItsRenewalStaysOut() throws Exception {
        door.beforeNext("renew", this::freeze);
        assertOut(connect(chat), 4423);
    }

    @Test
    void aDesktopFrozenAfterItsRenewalStaysOut() throws Exception {
        door.afterNext("renew", this::freeze);
        assertOut(connect(chat), 4423);
    }

    @Test
    void aDesktopFrozenJustBeforeItsEntryStaysOut() throws Exception {
        door.afterNext("account", this::freeze);
        assertOut(connect(chat), 4423);
    }

    @Test
    void aDesktopLoggedOutAfterItsRenewalStaysOut() throws Exception {
        door.afterNext("renew", () -> AuthNodes.unlink(here, phone, desktopId()));
        assertOut(connect(chat), 4403);
    }

    @Test
    void aDesktopRenamedDuringItsAdmissionLearnsItsName() throws Exception {
        door.afterNext("renew", () -> AuthNodes.rename(here, phone, desktopId(), "Hall"));
        Door connected = connect(chat);
        admitted(connected);
        ChatServerMessage told = next(connected.line(), ChatServerMessage.class);
        while (!told.equals(new ChatServerMessage.DeviceNamed("Hall"))) {
            told = next(connected.line(), ChatServerMessage.class);
        }
    }

    @Test
    void aNodeThatCannotReadRevocationsAdmitsNobody() throws Exception {
        assertTrue(here.isCurrent());
        clock.turn(Duration.ofSeconds(3));
        assertTrue(here.isCurrent(), "the question is due from now on");
        clock.turn(Duration.ofSeconds(5));
        assertOut(connect(chat), 1013);
        here.readRevocations();
        admitted(connect(chat));
    }

    @Test
    void anAnswerFromBeforeANewerConnectionIsLateAndNotATheft() throws Exception {
        Door standing = open(chat);
        MadeSessions.Made before = desktop;
        clock.turn(Duration.ofSeconds(15));
        Door newer = connect(chatElsewhere);
        desktop = desktop.renewed(admitted(newer).token().value());
        newer = connect(chatElsewhere);
        desktop = desktop.renewed(admitted(newer).token().value());

        answer(standing, before);

        assertOut(standing, 1013);
        assertTrue(newer.line().closed.isEmpty(), "the newer one stays");
        assertTrue(door.store().session(desktopId()).orElseThrow().isLive());
        admitted(connect(chat));
    }

    @Test
    void anAnswerWithTheSameTokenFromBeforeANewerConnectionIsLateToo() throws Exception {
        Door standing = open(chat);
        clock.turn(Duration.ofSeconds(15));
        Door newer = connect(chatElsewhere);
        admitted(newer);

        answer(standing, desktop);

        assertOut(standing, 1013);
        assertTrue(newer.line().closed.isEmpty(), "the newer one stays");
    }

    @Test
    void aConnectionElsewhereBetweenRenewalAndEntryWins() throws Exception {
        Door[] newer = new Door[1];
        door.afterNext("renew", () -> newer[0] = connectedElsewhere());
        Door older = connect(chat);

        assertOut(older, 1013);
        assertTrue(newer[0].line().closed.isEmpty(), "the newer one stays");
        Eventually.holds("the newer one is served", () -> chatElsewhere.devices(DeviceKind.WEB) == 1);
    }

    /** Connects on the other node, and returns once this one has heard of it. */
    private Door connectedElsewhere() {
        try {
            CountDownLatch heard = new CountDownLatch(1);
            AuthEvent last = new AuthEvent.DevicesChanged("nobody");
            Door newer = connect(chatElsewhere);
            admitted(newer);
            try (AutoCloseable one = bus.subscribe(event -> {
                if (event.equals(last)) {
                    heard.countDown();
                }
            })) {
                bus.publish(last);
                heard.await();
            }
            return newer;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void freeze() {
        AuthNodes.freeze(here, phone, desktopId());
    }

    private String desktopId() {
        return desktop.session().id();
    }

    private ChatService chat(String node, AuthService auth) {
        ChatPorts ports = new ChatPorts(
                stores.chat(AccountLimits.standard()),
                new InProcessFanout(),
                new InProcessPresence(),
                (account, hash) -> OptionalLong.empty());
        return new ChatService(auth, ports, new ChatContext(node, clock, random, timer), ChatLimits.standard());
    }

    /** One connection, from both ends. */
    private record Door(TestLine line, ClientConnection peer, String nonce) {}

    private Door open(ChatService at) throws Exception {
        TestLine line = new TestLine();
        ClientConnection peer = at.openChat(line);
        return new Door(line, peer, next(line, Challenge.class).nonce());
    }

    private static void answer(Door door, MadeSessions.Made as) {
        door.peer().received(Wire.write(as.answer(door.nonce())));
    }

    private Door connect(ChatService at) throws Exception {
        Door opened = open(at);
        answer(opened, desktop);
        return opened;
    }

    private static Admitted admitted(Door door) throws Exception {
        return next(door.line(), Admitted.class);
    }

    /** It is closed with that code, was never admitted, and nobody is here. */
    private void assertOut(Door at, int code) throws Exception {
        assertEquals(code, at.line().closed.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
        assertTrue(
                at.line().sent.stream().noneMatch(text -> text.contains("admitted")),
                at.line().sent.toString());
        assertEquals(0, chat.devices(DeviceKind.WEB));
    }

    private static <T extends ChatServerMessage> T next(TestLine from, Class<T> kind) throws Exception {
        String text = from.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
        return kind.cast(Wire.read(String.valueOf(text), ChatServerMessage.class));
    }
}
