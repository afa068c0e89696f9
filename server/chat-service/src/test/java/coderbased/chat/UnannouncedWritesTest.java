package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite.AnswerInvitation;
import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.Once;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.Recall;
import coderbased.chat.ChatWrite.Send;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.GroupChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Repeated announcements of writes: whom they tell, in which order, and how often each is tried. */
final class UnannouncedWritesTest {

    private static final int BATCH = 100;
    private static final int TRIES = 10;

    private final UnannouncedWrites writes = new UnannouncedWrites();

    @Test
    void repeatedMessagesWaitUntilTheyWereRead() {
        assertTrue(writes.isEmpty());
        repeat(BATCH + 1);
        assertEquals(numbers(1, BATCH), writes.next());
        writes.done(writes.next());
        assertEquals(numbers(BATCH + 1, BATCH + 1), writes.next());
        writes.done(writes.next());
        assertTrue(writes.isEmpty());
    }

    @Test
    void thoseThatCouldNotBeReadFollowTheOthersAndFewerAreTried() {
        repeat(BATCH + 1);
        writes.failed(writes.next());
        assertEquals(numbers(1, BATCH), writes.next(), "the store takes nothing at all");
        writes.stored();
        writes.failed(writes.next());
        List<Recall> next = writes.next();
        assertEquals(BATCH / 2, next.size());
        assertEquals(List.of(number(BATCH + 1), number(1)), next.subList(0, 2));
        writes.failed(next);
        assertEquals(next, writes.next(), "the store took nothing since then");
        writes.done(next);
        assertEquals(numbers(BATCH / 2, BATCH), writes.next(), "as many as before");
        repeat(2 * BATCH);
        assertEquals(BATCH, writes.next().size(), "and no more than that");
    }

    @Test
    void oneThatCannotBeReadIsGivenUp() {
        repeat(1);
        fails(TRIES - 1);
        assertEquals(numbers(1, 1), writes.next());
        fails(1);
        assertTrue(writes.isEmpty());
        repeat(1);
        fails(TRIES - 1);
        assertEquals(numbers(1, 1), writes.next(), "what comes again has all of its tries again");
    }

    @Test
    void failuresOfSeveralTogetherCountForNone() {
        repeat(2);
        for (int i = 0; i < TRIES; i++) {
            writes.stored();
            writes.failed(numbers(1, 2));
        }
        assertEquals(1, writes.next().size(), "one at a time, and never none");
        writes.done(writes.next());
        assertEquals(numbers(2, 2), writes.next());
    }

    @Test
    void oneThatCannotBeAnnouncedIsGivenUp() {
        repeat(2);
        writes.untold(number(1));
        assertEquals(List.of(number(2), number(1)), writes.next());
        for (int i = 1; i < TRIES; i++) {
            writes.untold(number(1));
        }
        assertEquals(numbers(2, 2), writes.next());
    }

    @Test
    void aReadOneHasAllOfItsTriesAgain() {
        repeat(1);
        fails(TRIES - 1);
        writes.done(numbers(1, 1));
        repeat(1);
        fails(TRIES - 1);
        assertEquals(numbers(1, 1), writes.next());
    }

    @Test
    void noMoreThanTenThousandWait() {
        repeat(10_001);
        int read = 0;
        for (List<Recall> next = writes.next(); !next.isEmpty(); next = writes.next()) {
            read += next.size();
            writes.done(next);
        }
        assertEquals(10_000, read);
    }

    @Test
    void anUncertainWriteTellsThoseWhomItConcerns() {
        writes.uncertain(new ChangeGroup("g", "ada", new GroupChange.Leave()));
        writes.uncertain(new ChangeGroup("g", "ada", new GroupChange.Remove("bob")));
        writes.uncertain(new Once("ada", "a", new ChangeGroup("g", "ada", new GroupChange.Add(List.of("cleo")))));
        writes.uncertain(new AnswerInvitation("g", "dora", true));
        writes.uncertain(new CreateGroup("new", "ada", "Runners", List.of("bob", "cleo")));
        writes.uncertain(new Send("talk", "ada", "m", new Body.Text("hello"), null, false));
        assertEquals(
                List.of(
                        new Recall("g", Recall.PARTS, Set.of("ada", "bob"), Set.of("bob", "cleo", "dora")),
                        new Recall("new", Recall.PARTS, Set.of(), Set.of("bob", "cleo")),
                        new Recall("talk", Recall.PARTS, Set.of(), Set.of())),
                writes.next());
    }

    @Test
    void whatWasStoredBeforeIsAnnouncedAgainUnlessItsMessagesAnnounceIt() {
        writes.answered(new OpenDirect("x", "ada", "bob"), new ChatWritten.Opened(TestConversation.of("told", 1)));
        writes.answered(once(new Send("told", "ada", "m", new Body.Text("hello"), null, false)), unchanged());
        writes.answered(new ChangeGroup("told", "ada", new GroupChange.Rename("Runners")), unchanged());
        assertTrue(writes.isEmpty());
        writes.answered(new OpenDirect("x", "ada", "bob"), new ChatWritten.Opened(TestConversation.of("empty", 0)));
        writes.answered(
                once(new CreateGroup("x", "ada", "Runners", List.of("bob"))),
                new ChatWritten.Opened(TestConversation.of("group", 1)));
        writes.answered(once(new ChangeGroup("changed", "ada", new GroupChange.Remove("bob"))), unchanged());
        writes.answered(once(new AnswerInvitation("joined", "bob", true)), unchanged());
        assertEquals(
                List.of(
                        new Recall("empty", Recall.WHOLE, Set.of(), Set.of()),
                        new Recall("group", Recall.WHOLE, Set.of(), Set.of("bob")),
                        new Recall("changed", Recall.WHOLE, Set.of("bob"), Set.of("bob")),
                        new Recall("joined", Recall.WHOLE, Set.of(), Set.of("bob"))),
                writes.next());
    }

    private void repeat(int messages) {
        for (int i = 1; i <= messages; i++) {
            ChatMessage message =
                    ChatMessage.plain("talk", i, i, "m" + i, "ada", Instant.EPOCH, new Body.Text("hello"));
            writes.answered(
                    new Send("talk", "ada", "m" + i, new Body.Text("hello"), null, false),
                    new ChatWritten.Repeated(message));
        }
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            writes.stored();
            writes.failed(numbers(1, 1));
        }
    }

    private static List<Recall> numbers(int from, int to) {
        List<Recall> numbers = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            numbers.add(number(i));
        }
        return numbers;
    }

    private static Recall number(int seq) {
        return new Recall("talk", seq, Set.of(), Set.of());
    }

    private static ChatWrite once(ChatWrite write) {
        return new Once("ada", "name", write);
    }

    private static ChatWritten unchanged() {
        return new ChatWritten.Unchanged();
    }
}
