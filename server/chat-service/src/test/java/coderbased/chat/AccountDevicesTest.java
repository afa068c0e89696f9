package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.ContactChanged;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.Contact;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The devices of one account are told what only the store has: each change once, in order, and nothing else. */
final class AccountDevicesTest {

    private static final String TALK = "talk";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<Long> delays = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> looks = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveDevice> reviewed = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveDevice> renewed = new LinkedBlockingQueue<>();
    private final List<Long> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final GapRecovery gaps =
            new GapRecovery(store(), runsAtOnce(), new GapRecovery.Callbacks(this::review, renewed::add));
    private final AccountDevices account = new AccountDevices(TestLiveDevice.ADA, gaps);
    private final TestLine line = new TestLine();
    private final LiveDevice device = TestLiveDevice.of("s1", 0, line, store(), timer);

    private volatile Supplier<List<Conversation>> stored = () -> List.of(conversation(TALK, 5, "Bob"));
    private volatile LongFunction<List<ChatMessage>> pages = _ -> List.of();

    @BeforeEach
    void oneDeviceIsLive() {
        device.feed().beginCatchingUp();
        device.feed().release(new CaughtUp());
        device.connection().start(new SilentHandler());
        assertInstanceOf(CaughtUp.class, next());
        account.devices().add(device);
        account.resumes(stored.get());
    }

    @AfterEach
    void stop() {
        account.devices().clear();
        gaps.close();
        timer.shutdownNow();
    }

    @Test
    void aGapIsReadFromWhereTheBacklogEnded() {
        pages = from -> List.of(message(from + 1), message(from + 2));
        account.hear(delivery(7));
        assertEquals(List.of(6L, 7L), List.of(nextChange(), nextChange()));
        assertEquals(List.of(5L), reads);
    }

    @Test
    void aLongGapIsReadPageByPage() {
        long last = 5 + Protocol.BATCH_SIZE + 1;
        pages = from -> LongStream.rangeClosed(from + 1, Math.min(last, from + Protocol.BATCH_SIZE))
                .mapToObj(AccountDevicesTest::message)
                .toList();
        account.hear(delivery(last));
        for (long rev = 6; rev <= last; rev++) {
            assertEquals(rev, nextChange());
        }
        assertEquals(List.of(5L, last - 1), reads);
    }

    @Test
    void aReadOfMessagesAloneComparesNothingAndACompareReadsNothingThatIsTold() {
        pages = from -> List.of(message(from + 1), message(from + 2));
        stored = () -> List.of(conversation(TALK, 7, "Bob"));
        account.hear(delivery(7));
        assertEquals(List.of(6L, 7L), List.of(nextChange(), nextChange()));
        lookIsOver();
        assertEquals(List.of(), List.copyOf(line.sent));
        assertEquals(List.of(5L), reads);
    }

    @Test
    void aChangeOfTheGroupThatWasMissedTellsItsState() {
        Body event = new Body.GroupEvent(GroupEventKind.ADDED, List.of("cleo"), null);
        pages = from -> List.of(message(from + 1, event), message(from + 2));
        stored = () -> List.of(conversation(TALK, 7, "Bob"));
        account.hear(delivery(7));
        assertEquals(List.of(6L, 7L), List.of(nextChange(), nextChange()));
        assertEquals("Bob", nameIn(next()));
    }

    @Test
    void whoWroteWhatWasMissedMayBeWatchedFromThenOn() {
        wantsToWatch("bob");
        pages = from -> List.of(message(from + 1), message(from + 2));
        account.hear(delivery(7));
        for (int i = 0; i < 3; i++) {
            assertEquals(device, TestLine.polled(reviewed), "after the delivery and each of both messages");
        }
    }

    @Test
    void aPageThatLeadsNoFurtherEndsTheRead() {
        pages = from -> Collections.nCopies(Protocol.BATCH_SIZE, message(from));
        account.hear(delivery(7));
        for (int i = 0; i < Protocol.BATCH_SIZE; i++) {
            assertEquals(5, nextChange());
        }
        account.hear(delivery(8));
        assertEquals("change 8", TestLine.polled(line.sent));
    }

    @Test
    void aFailedReadIsRepeatedLaterAndLater() {
        failures.set(3);
        pages = from -> List.of(message(from + 1), message(from + 2));
        account.hear(delivery(7));
        assertEquals(
                List.of(1000L, 2000L, 4000L),
                List.of(TestLine.polled(delays), TestLine.polled(delays), TestLine.polled(delays)));
        assertEquals(List.of(6L, 7L), List.of(nextChange(), nextChange()));
    }

    @Test
    void aFailedComparisonOfEverythingIsRepeatedAsAWholeLaterAndLater() {
        failures.set(2);
        account.missed();
        assertEquals(List.of(1000L, 2000L), List.of(TestLine.polled(delays), TestLine.polled(delays)));
        assertEquals("Bob", nameIn(next()));
        assertInstanceOf(Invitations.class, next());
        assertEquals(device, TestLine.polled(renewed));
        nextFailureIsTheFirst();
    }

    @Test
    void aNameThatChangedDuringAComparisonIsNotReplacedByTheOneRead() {
        stored = () -> {
            stored = () -> List.of(conversation(TALK, 5, "Robert"));
            account.hear(new Contact("bob", "bob", "Robert"));
            return List.of(conversation(TALK, 5, "Bob"));
        };
        account.missed();
        assertEquals(
                "Robert",
                assertInstanceOf(ContactChanged.class, next()).contact().name());
        assertInstanceOf(Invitations.class, next());
        assertEquals("Robert", nameIn(next()), "told by the next comparison");
        assertEquals(List.of(), List.copyOf(delays), "it follows at once");
        nextFailureIsTheFirst();
    }

    @Test
    void anUnknownConversationIsToldOnce() {
        stored = () -> List.of(conversation(TALK, 5, "Bob"), conversation("new", 0, "Cleo"));
        lookIsOver();
        lookIsOver();
        assertEquals("Cleo", nameIn(next()));
        assertEquals(List.of(), List.copyOf(line.sent));
    }

    @Test
    void aConversationThatWasGoneIsToldAgainOnceADevicesBacklogHasIt() {
        wantsToWatch("bob");
        stored = List::of;
        account.look(false);
        assertInstanceOf(ConversationGone.class, next());
        assertEquals(device, TestLine.polled(reviewed), "Bob may be out of sight now");
        Conversation back = conversation(TALK, 5, "Bob");
        account.resumes(List.of(back));
        account.hear(Delivery.changed(TestLiveDevice.ADA, back));
        assertEquals("Bob", nameIn(next()));
    }

    private void wantsToWatch(String somebody) {
        device.watching().want(Set.of(somebody));
        review(device);
        reviewed.clear();
    }

    /** Reviews at once, and lets nobody be watched. */
    private void review(LiveDevice due) {
        due.watching().review(_ -> Set.of(), _ -> Map.of(), new InProcessPresence(), Clock.systemUTC());
        reviewed.add(due);
    }

    /** Waits until a comparison is over that began after this call: they run one after the other. */
    private void lookIsOver() {
        looks.clear();
        for (int i = 0; i < 2; i++) {
            account.look(false);
            TestLine.polled(looks);
        }
    }

    private void nextFailureIsTheFirst() {
        failures.set(1);
        account.look(false);
        assertEquals(1000L, TestLine.polled(delays));
    }

    private long nextChange() {
        return assertInstanceOf(MessageChanged.class, next()).message().rev();
    }

    private static String nameIn(ChatServerMessage told) {
        return assertInstanceOf(ConversationChanged.class, told)
                .conversation()
                .people()
                .getFirst()
                .name();
    }

    private ChatServerMessage next() {
        try {
            return Wire.read(TestLine.polled(line.sent), ChatServerMessage.class);
        } catch (Wire.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static Delivery delivery(long rev) {
        return new Delivery(Set.of(TestLiveDevice.ADA), null, new Place(TALK, rev), "change " + rev);
    }

    private static ChatMessage message(long rev) {
        return message(rev, new Body.Text("hello"));
    }

    private static ChatMessage message(long rev, Body body) {
        return ChatMessage.plain(TALK, rev, rev, "m" + rev, "bob", Instant.EPOCH, body);
    }

    private static Conversation conversation(String id, long rev, String name) {
        return TestConversation.of(id, rev, new Contact("bob", "bob", name));
    }

    private ChatStore store() {
        return proxy(ChatStore.class, (method, arguments) -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new ChatStore.StoreUnavailable("away", new IllegalStateException());
            }
            return switch (method) {
                case "conversationsOf" -> {
                    looks.add(method);
                    yield stored.get();
                }
                case "changed" -> {
                    reads.add((long) arguments[2]);
                    yield pages.apply((long) arguments[2]);
                }
                case "invitationsOf" -> new OpenInvitations(1, List.of());
                default -> throw new AssertionError("called: " + method);
            };
        });
    }

    /** Records the delays, and does not wait for their end. */
    private ScheduledExecutorService runsAtOnce() {
        return proxy(ScheduledExecutorService.class, (_, arguments) -> {
            delays.add((long) arguments[1]);
            ((Runnable) arguments[0]).run();
            return null;
        });
    }

    private interface Call {
        Object of(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.of(method.getName(), arguments)));
    }
}
