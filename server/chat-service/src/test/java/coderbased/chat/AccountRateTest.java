package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits.Rate;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.StartOver;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;
import coderbased.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rate limits of one account, seen by devices. The rates give back nothing unless a test turns the clock. */
final class AccountRateTest {

    /** One comes back in a minute: an account that used up its burst gets nothing more until the clock is turned. */
    private static final Rate FIVE = new Rate(5, 1);

    private final MutableClock clock = MutableClock.running();

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes()
            .with(new AccountLimits(
                    FIVE,
                    FIVE,
                    FIVE,
                    new Rate(100, 60_000),
                    AccountLimits.standard().perDay(),
                    1_000_000,
                    false))
            .with(clock);

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;
    private String conversation;

    @BeforeEach
    void adaAndBobTalk() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = ada.live(nodes.one);
        bobs = bob.live(nodes.one);
        conversation = openWith(adas, bob);
        openWith(bobs, ada);
    }

    @AfterEach
    void close() {
        adas.close();
        bobs.close();
    }

    @Test
    void messagesBeyondTheBurstAreRefusedWithARetryTime() throws Exception {
        for (int i = 0; i < 4; i++) {
            adas.say(text("m" + i, conversation, "hi"));
        }
        adas.say(text("m4", conversation, "hi"));
        SendRefused refused = adas.next(SendRefused.class);
        assertEquals("m4", refused.clientMessageId(), "four, because opening the conversation counts, too");
        assertEquals(ErrorCode.SLOW_DOWN, refused.problem().code());
        assertNotNull(refused.problem().retryAfterMillis());
        assertTrue(refused.problem().retryAfterMillis() > 0);
    }

    @Test
    void writesAcceptedBeforeARefusalAreStored() throws Exception {
        for (int i = 0; i < 20; i++) {
            adas.say(text("m" + i, conversation, "hi"));
        }
        for (int i = 0; i < 4; i++) {
            assertEquals("m" + i, bobs.next(MessageChanged.class).message().clientMessageId());
        }
    }

    @Test
    void noMessageOvertakesARefusedOne() throws Exception {
        for (int i = 0; i < 5; i++) {
            adas.say(text("m" + i, conversation, "hi"));
        }
        assertEquals("m4", adas.next(SendRefused.class).clientMessageId());
        clock.turn(Duration.ofMinutes(1));
        adas.say(text("m5", conversation, "hi"));
        assertEquals("m5", adas.next(SendRefused.class).clientMessageId(), "there is room, but not before m4");
        adas.say(new StartOver());
        adas.say(text("m4", conversation, "hi"));
        for (int i = 0; i <= 4; i++) {
            assertEquals("m" + i, bobs.next(MessageChanged.class).message().clientMessageId());
        }
        adas.say(text("m5", conversation, "hi"));
        assertEquals("m5", adas.next(SendRefused.class).clientMessageId(), "the rate still holds");
    }

    @Test
    void allDevicesOfAnAccountShareTheRate() throws Exception {
        try (var second = ada.secondPhone(nodes).live(nodes.one)) {
            for (int i = 0; i < 4; i++) {
                second.say(text("s" + i, conversation, "hi"));
                second.next(Stored.class);
            }
            adas.say(text("m", conversation, "hi"));
            assertEquals(
                    ErrorCode.SLOW_DOWN, adas.next(SendRefused.class).problem().code());
        }
        try (var third = ada.secondPhone(nodes).live(nodes.one)) {
            third.say(text("t", conversation, "hi"));
            assertEquals(
                    ErrorCode.SLOW_DOWN,
                    third.next(SendRefused.class).problem().code(),
                    "a new connection changes nothing");
        }
        bobs.say(text("b", conversation, "hi"));
        bobs.next(Stored.class);
    }

    @Test
    void groupsAreRefusedWithARetryTime() throws Exception {
        for (int i = 0; i < 4; i++) {
            adas.say(new CreateGroup("g" + i, "Tea", List.of()));
        }
        adas.say(new CreateGroup("last", "Tea", List.of()));
        RequestFailed failed = adas.next(RequestFailed.class);
        assertEquals("last", failed.requestId());
        assertEquals(ErrorCode.SLOW_DOWN, failed.problem().code());
        assertNotNull(failed.problem().retryAfterMillis());
    }

    @Test
    void searchesAreRefusedWithARetryTime() throws Exception {
        for (int i = 0; i < 5; i++) {
            adas.say(new FindPeople("f", "b"));
            adas.next(PeopleFound.class);
        }
        adas.say(new FindPeople("f", "b"));
        assertEquals(
                ErrorCode.SLOW_DOWN, adas.next(RequestFailed.class).problem().code());
    }

    @Test
    void typingBeyondTheBurstIsDropped() throws Exception {
        adas.say(text("m", conversation, "hi"));
        bobs.next(MessageChanged.class);
        for (int i = 0; i < 50; i++) {
            adas.say(new Typing(conversation, true));
        }
        adas.say(text("after", conversation, "hi"));
        int heard = 0;
        while (!(bobs.next() instanceof MessageChanged said
                && said.message().clientMessageId().equals("after"))) {
            heard++;
        }
        assertEquals(5, heard);
    }

    @Test
    void markersBeyondTheBurstWaitAndAreNotLost() throws Exception {
        adas.say(text("first", conversation, "hi"));
        bobs.next(MessageChanged.class);
        bobs.say(text("m", conversation, "hi"));
        adas.next(MessageChanged.class);
        for (int i = 0; i < 300; i++) {
            adas.say(new MarkRead(conversation, 0));
        }
        adas.say(new MarkRead(conversation, 2));
        ChatServerMessage.MarkersMoved marked = bobs.next(ChatServerMessage.MarkersMoved.class);
        while (!marked.accountId().equals(ada.id())) {
            marked = bobs.next(ChatServerMessage.MarkersMoved.class);
        }
        assertEquals(2, marked.readSeq());
        assertTrue(adas.isOpen());
    }
}
