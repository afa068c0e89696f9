package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.chat.AccountLimits.PerDay;
import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.Delete;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.ChatWrite.Once;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.React;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.ChatWritten.Changed;
import coderbased.chat.ChatWritten.GroupChanged;
import coderbased.chat.ChatWritten.Made;
import coderbased.chat.ChatWritten.Opened;
import coderbased.chat.ChatWritten.Refused;
import coderbased.chat.ChatWritten.Repeated;
import coderbased.chat.ChatWritten.Stored;
import coderbased.protocol.Body;
import coderbased.protocol.GroupChange.Add;
import coderbased.protocol.GroupChange.Leave;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits per account that every {@link ChatStore} keeps. A store's own test says how to open one. */
public abstract class AccountUseContract {

    private static final Instant EVENING = Instant.parse("2026-01-02T23:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-01-03T00:00:00Z");
    private static final long AN_HOUR = Duration.ofHours(1).toMillis();
    private static final AccountLimits LIMITS = AccountLimits.standard()
            .withPerDay(new PerDay(4, 3, 5))
            .withTextBytes(200)
            .withAsksStrangers(false);

    private ChatStore store;
    private Instant now = EVENING;
    private int names;

    /** A store with nothing in it. */
    protected abstract ChatStore openStore(AccountLimits limits) throws Exception;

    /** Another store over the same rows, as after a restart or on another node. */
    protected abstract ChatStore reopened(AccountLimits limits) throws Exception;

    @BeforeEach
    void adaAndBobTalk() throws Exception {
        store = openStore(LIMITS);
        assertInstanceOf(Made.class, commit(new OpenDirect("c", "ada", "bob")));
    }

    @Test
    void messagesAreRefusedUntilMidnight() {
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(Stored.class, commit(say("ada", "hi")));
        }
        assertEquals(new Refused(RefusalReason.CHANGES_TODAY, AN_HOUR), commit(say("ada", "hi")));
        assertInstanceOf(Stored.class, commit(say("bob", "hi")), "others have their own limit");
        now = NEXT_DAY;
        assertInstanceOf(Stored.class, commit(say("ada", "hi")));
    }

    @Test
    void theLimitHoldsWithinOneTransaction() {
        List<ChatWrite> flood = List.of(
                say("ada", "1"), say("ada", "2"), say("bob", "b"), say("ada", "3"), say("ada", "4"), say("ada", "5"));
        List<ChatWritten> results = store.commit(flood, now);
        assertInstanceOf(Stored.class, results.get(4));
        assertEquals(new Refused(RefusalReason.CHANGES_TODAY, AN_HOUR), results.get(5));
    }

    @Test
    void theLimitSurvivesARestart() throws Exception {
        for (int i = 0; i < 4; i++) {
            commit(say("ada", "hi"));
        }
        store = reopened(LIMITS);
        assertEquals(new Refused(RefusalReason.CHANGES_TODAY, AN_HOUR), commit(say("ada", "hi")));
    }

    @Test
    void aClockThatGoesBackByDaysBlocksNobody() {
        for (int i = 0; i < 4; i++) {
            commit(say("ada", "hi"));
        }
        now = EVENING.minus(Duration.ofDays(2));
        assertInstanceOf(Stored.class, commit(say("ada", "hi")));
    }

    @Test
    void clocksAroundMidnightCountToOneDay() {
        for (int i = 0; i < 2; i++) {
            now = NEXT_DAY;
            assertInstanceOf(Stored.class, commit(say("ada", "hi")));
            now = EVENING;
            assertInstanceOf(Stored.class, commit(say("ada", "hi")));
        }
        assertInstanceOf(Refused.class, commit(say("ada", "hi")));
        now = NEXT_DAY;
        assertInstanceOf(Refused.class, commit(say("ada", "hi")));
    }

    @Test
    void aRepeatedMessageCountsOnce() {
        Send first = say("ada", "hi");
        commit(first);
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Repeated.class, commit(first));
        }
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Stored.class, commit(say("ada", "hi")));
        }
        assertInstanceOf(Refused.class, commit(say("ada", "hi")));
        assertInstanceOf(Repeated.class, commit(first), "stored is stored");
    }

    @Test
    void editsAndReactionsCountButADeletionStaysPossible() {
        commit(say("ada", "hi"));
        assertInstanceOf(Changed.class, once("ada", new Edit("c", "ada", 1, "ho")));
        assertInstanceOf(Changed.class, once("ada", new React("c", "ada", 1, "👍")));
        assertInstanceOf(Changed.class, once("ada", new React("c", "ada", 1, null)));
        assertEquals(new Refused(RefusalReason.CHANGES_TODAY, AN_HOUR), once("ada", new Edit("c", "ada", 1, "hu")));
        assertInstanceOf(Changed.class, once("ada", new Delete("c", "ada", 1)));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Repeated.class, once("ada", new Delete("c", "ada", 1)));
        }
        assertEquals(new Refused(RefusalReason.CHANGES_TODAY, AN_HOUR), once("ada", new Delete("c", "ada", 1)));
    }

    @Test
    void anExhaustedLimitStillAllowsLeavingAGroup() {
        commit(new CreateGroup("g", "ada", "Tea", List.of()));
        for (int i = 0; i < 4; i++) {
            commit(say("ada", "hi"));
        }
        assertInstanceOf(GroupChanged.class, once("ada", new ChangeGroup("g", "ada", new Leave())));
    }

    @Test
    void newConversationsAreLimitedPerDay() {
        assertInstanceOf(Made.class, commit(new OpenDirect("c2", "ada", "cleo")));
        assertInstanceOf(Made.class, commit(new CreateGroup("g", "ada", "Tea", List.of())));
        assertEquals(
                new Refused(RefusalReason.CONVERSATIONS_TODAY, AN_HOUR), commit(new OpenDirect("c3", "ada", "dan")));
        assertEquals(
                new Refused(RefusalReason.CONVERSATIONS_TODAY, AN_HOUR),
                commit(new CreateGroup("g2", "ada", "Tea", List.of())));
        assertInstanceOf(Opened.class, commit(new OpenDirect("c4", "ada", "bob")), "an old one opens");
        now = NEXT_DAY;
        assertInstanceOf(Made.class, commit(new OpenDirect("c3", "ada", "dan")));
    }

    @Test
    void invitationsOfTheSameStrangerAreLimitedPerDay() throws Exception {
        AccountLimits few = AccountLimits.standard().withPerDay(new PerDay(99, 99, 99, 2));
        store = reopened(few);
        for (int i = 0; i < 2; i++) {
            assertInstanceOf(Made.class, commit(new CreateGroup("g" + i, "eve", "Tea", List.of("bob"))));
            commit(new ChatWrite.AnswerInvitation("g" + i, "bob", false));
        }
        store = reopened(few);
        assertEquals(
                new Refused(RefusalReason.INVITED_TODAY, AN_HOUR),
                commit(new CreateGroup("g2", "eve", "Tea", List.of("bob", "dan"))));
        assertEquals(List.of(), store.conversationsOf("dan"));
        assertEquals(List.of(), store.invitationsOf("dan").open());
        assertInstanceOf(Made.class, commit(new CreateGroup("g3", "dan", "Tea", List.of("bob"))), "others may");
        now = NEXT_DAY;
        assertInstanceOf(Made.class, commit(new CreateGroup("g4", "eve", "Tea", List.of("bob"))));
    }

    @Test
    void additionsOfTheSamePersonToAGroupAreLimitedPerDay() throws Exception {
        store = reopened(
                AccountLimits.standard().withPerDay(new PerDay(99, 99, 99, 2)).withAsksStrangers(false));
        commit(new CreateGroup("g", "ada", "Tea", List.of("cleo")));
        for (int i = 0; i < 2; i++) {
            assertInstanceOf(GroupChanged.class, commit(new ChangeGroup("g", "ada", new Add(List.of("bob")))));
            assertInstanceOf(GroupChanged.class, commit(new ChangeGroup("g", "bob", new Leave())));
        }
        assertEquals(
                new Refused(RefusalReason.INVITED_TODAY, AN_HOUR),
                commit(new ChangeGroup("g", "ada", new Add(List.of("bob")))));
    }

    @Test
    void peopleInGroupsAreLimitedPerDay() {
        assertEquals(
                new Refused(RefusalReason.PEOPLE_TODAY, AN_HOUR),
                commit(new CreateGroup("g", "ada", "Tea", List.of("1", "2", "3", "4", "5", "6"))));
        assertInstanceOf(Made.class, commit(new CreateGroup("g", "ada", "Tea", List.of("1", "2", "3", "4"))));
        assertEquals(
                new Refused(RefusalReason.PEOPLE_TODAY, AN_HOUR),
                commit(new ChangeGroup("g", "ada", new Add(List.of("5", "6")))));
        assertInstanceOf(GroupChanged.class, commit(new ChangeGroup("g", "ada", new Add(List.of("5")))));
    }

    @Test
    void textIsLimitedAndADeletionMakesRoom() {
        assertInstanceOf(Stored.class, commit(say("ada", "x".repeat(120))));
        assertEquals(new Refused(RefusalReason.TEXT_FULL), commit(say("ada", "x".repeat(120))));
        assertEquals(new Refused(RefusalReason.TEXT_FULL), once("ada", new Edit("c", "ada", 1, "x".repeat(200))));
        assertInstanceOf(Stored.class, commit(say("bob", "x".repeat(120))), "others have their own space");
        assertInstanceOf(Changed.class, once("ada", new Edit("c", "ada", 1, "x")), "shorter is possible");
        assertInstanceOf(Stored.class, commit(say("ada", "x".repeat(110))));
        assertEquals(new Refused(RefusalReason.TEXT_FULL), commit(say("ada", "x".repeat(80))));
        assertInstanceOf(Changed.class, once("ada", new Delete("c", "ada", 3)));
        now = NEXT_DAY;
        assertInstanceOf(Stored.class, commit(say("ada", "x".repeat(80))));
    }

    @Test
    void textIsCountedInBytes() {
        assertEquals(new Refused(RefusalReason.TEXT_FULL), commit(say("ada", "語".repeat(70))));
    }

    private Send say(String who, String text) {
        return new Send("c", who, "m" + names++, new Body.Text(text), null, false);
    }

    private ChatWritten once(String who, ChatWrite write) {
        return commit(new Once(who, "r" + names++, write));
    }

    private ChatWritten commit(ChatWrite write) {
        return store.commit(List.of(write), now).getFirst();
    }
}
