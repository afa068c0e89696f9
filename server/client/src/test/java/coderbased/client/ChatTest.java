package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.ConversationView.Line;
import coderbased.client.ConversationView.Mark;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Read;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.Said;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a device knows of the chat, as the server tells it and the person writes. */
class ChatTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String ADA = People.ADA.accountId();
    private static final String BOB = People.BOB.accountId();

    private final ClientThread thread = new ClientThread("chat-test");
    private final LiveChat chat = new LiveChat(People.ADA, thread, Clock.systemUTC(), People.RANDOM);
    private final BlockingQueue<ChatClientMessage> said = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void beginsWithTheOverview() {
        connect();
        server(new Overview(List.of(People.BOB), List.of(summary(7, fromBob(7), 5))), new CaughtUp());
        ChatState state = chat.state();
        assertTrue(state.caughtUp());
        assertEquals(List.of(People.BOB), state.contacts());
        ConversationView conversation = conversation();
        assertEquals("Bob", conversation.title());
        assertEquals(2, conversation.unread());
        assertEquals("from bob 7", conversation.lastLine().text());
        assertEquals(List.of(), conversation.lines(), "nothing is loaded before somebody looks");
    }

    @Test
    void openingLoadsTheNewestPageAndScrollingTheOneBefore() {
        caughtUp(250);
        chat.open("c1");
        GetHistory newest = next(GetHistory.class);
        assertEquals(251, newest.beforeSeq());
        server(page(newest, 151, 250));
        assertEquals(151, conversation().lines().getFirst().seq());
        assertTrue(conversation().hasOlder());

        chat.loadOlder("c1");
        chat.loadOlder("c1");
        GetHistory older = next(GetHistory.class);
        assertEquals(151, older.beforeSeq());
        settle();
        assertTrue(said.isEmpty(), "asked once");
        server(page(older, 51, 150));
        chat.loadOlder("c1");
        server(page(next(GetHistory.class), 1, 50));
        assertFalse(conversation().hasOlder());
        assertEquals(numbers(1, 250), seqs());
    }

    @Test
    void openingTwiceAsksOnce() {
        caughtUp(10);
        chat.open("c1");
        server(page(next(GetHistory.class), 1, 10));
        chat.open("c1");
        settle();
        assertTrue(said.isEmpty());
    }

    @Test
    void whatIsSaidIsShownAtOnceAndTickedAsItGoes() {
        opened(3);
        chat.send("c1", "hello");
        Send send = next(Send.class);
        settle();
        Line sending = conversation().lines().getLast();
        assertEquals(Mark.SENDING, sending.mark());
        assertEquals(0, sending.seq());

        server(new Stored(send.clientMessageId(), "c1", 4, NOON));
        Line stored = conversation().lines().getLast();
        assertEquals(Mark.STORED, stored.mark());
        assertEquals(send.clientMessageId(), stored.clientMessageId());
        assertEquals(NOON, stored.at());

        server(new Said(message(4, send.clientMessageId(), ADA, "hello")));
        assertEquals(List.of(1L, 2L, 3L, 4L), seqs(), "the echo is the same message");

        server(new Read("c1", BOB, 4));
        assertEquals(Mark.READ, conversation().lines().getLast().mark());
        assertEquals(Mark.READ, conversation().lastLine().mark());
    }

    @Test
    void theEchoMayComeBeforeTheReceipt() {
        opened(3);
        chat.send("c1", "hello");
        Send send = next(Send.class);
        server(new Said(message(4, send.clientMessageId(), ADA, "hello")));
        assertEquals(Mark.STORED, conversation().lines().getLast().mark());
        server(new Stored(send.clientMessageId(), "c1", 4, NOON));
        assertEquals(List.of(1L, 2L, 3L, 4L), seqs());
    }

    @Test
    void messagesGoOutOneByOneInTheOrderTheyWereTyped() {
        opened(0);
        chat.send("c1", "one");
        chat.send("c1", "two");
        Send one = next(Send.class);
        settle();
        assertTrue(said.isEmpty(), "the second waits for the first");
        server(new Stored(one.clientMessageId(), "c1", 1, NOON));
        assertEquals(new Body.Text("two"), next(Send.class).body());
    }

    @Test
    void aRefusedMessageSaysWhyAndHoldsNobodyUp() {
        opened(0);
        chat.send("c1", "one");
        chat.send("c1", "two");
        Send one = next(Send.class);
        server(new SendRefused(one.clientMessageId(), ErrorCode.TOO_BIG, "Too long."));
        Line refused = conversation().lines().getFirst();
        assertEquals(Mark.REFUSED, refused.mark());
        assertEquals("Too long.", refused.refusal());
        assertEquals(new Body.Text("two"), next(Send.class).body());
    }

    @Test
    void whatWasUnderWayGoesOutAgainUnderTheSameName() {
        opened(0);
        chat.send("c1", "one");
        Send first = next(Send.class);
        disconnect();
        chat.send("c1", "two");
        connect();
        server(new Overview(List.of(People.BOB), List.of(summary(0, null, 0))), new CaughtUp());
        assertEquals(first, next(Send.class));
        server(new Stored(first.clientMessageId(), "c1", 1, NOON));
        assertEquals(new Body.Text("two"), next(Send.class).body());
    }

    @Test
    void whatTheServerStoredBeforeTheBreakIsNotSentAgain() {
        opened(3);
        chat.send("c1", "one");
        Send first = next(Send.class);
        disconnect();
        assertEquals(Map.of("c1", 3L), connect().have());
        ChatMessage stored = message(4, first.clientMessageId(), ADA, "one");
        server(
                new Overview(List.of(People.BOB), List.of(summary(4, stored, 4))),
                new Batch("c1", List.of(stored)),
                new CaughtUp());
        assertTrue(said.isEmpty());
        assertEquals(List.of(1L, 2L, 3L, 4L), seqs());
        assertEquals(Mark.STORED, conversation().lines().getLast().mark());
    }

    @Test
    void aDeviceThatComesBackGetsWhatItMissedAndNothingTwice() {
        opened(3);
        disconnect();
        assertFalse(chat.state().caughtUp());
        assertEquals(Map.of("c1", 3L), connect().have());
        server(
                new Overview(List.of(People.BOB), List.of(summary(6, fromBob(6), 3))),
                new Batch("c1", List.of(fromBob(3), fromBob(4), fromBob(5))),
                new Batch("c1", List.of(fromBob(6))),
                new CaughtUp(),
                new Said(fromBob(6)));
        assertEquals(numbers(1, 6), seqs());
        assertEquals(3, conversation().unread());
        assertTrue(said.isEmpty(), "nothing is missing");
    }

    @Test
    void aGapIsAskedForAndFilledInOrder() {
        opened(3);
        server(new Said(fromBob(6)));
        GetHistory missing = next(GetHistory.class);
        assertEquals(6, missing.beforeSeq());
        server(new Said(fromBob(7)));
        server(page(missing, 5, 5));
        GetHistory rest = next(GetHistory.class);
        assertEquals(5, rest.beforeSeq());
        server(page(rest, 1, 4));
        assertEquals(numbers(1, 7), seqs());
        assertTrue(said.isEmpty());
    }

    @Test
    void aPageThatFillsNothingIsNotAskedForAgain() {
        opened(3);
        server(new Said(fromBob(6)));
        GetHistory missing = next(GetHistory.class);
        server(new HistoryPage(missing.requestId(), "c1", List.of(), true));
        assertTrue(said.isEmpty());
    }

    @Test
    void aDeviceWithAGapSaysWhatItHasWhole() {
        opened(3);
        server(new Said(fromBob(6)));
        next(GetHistory.class);
        disconnect();
        assertEquals(Map.of("c1", 3L), connect().have());
    }

    @Test
    void readingIsToldOnceAndOnEveryDevice() {
        caughtUp(7);
        assertEquals(7, conversation().unread());
        server(new Read("c1", ADA, 5));
        assertEquals(2, conversation().unread(), "read on another device");
        chat.markRead("c1");
        assertEquals(new MarkRead("c1", 7), next(MarkRead.class));
        assertEquals(0, conversation().unread());
        server(new Read("c1", ADA, 7));
        chat.markRead("c1");
        settle();
        assertTrue(said.isEmpty());
    }

    @Test
    void whatWasReadWithoutAConnectionIsToldOnTheNext() {
        caughtUp(7);
        disconnect();
        chat.markRead("c1");
        connect();
        server(new Overview(List.of(People.BOB), List.of(summary(7, fromBob(7), 0))), new CaughtUp());
        assertEquals(new MarkRead("c1", 7), next(MarkRead.class));
        assertEquals(0, conversation().unread());
    }

    @Test
    void aConversationWithSomebodyNewIsOpened() {
        connect();
        server(new Overview(List.of(People.BOB), List.of()), new CaughtUp());
        AtomicReference<ConversationView> seen = new AtomicReference<>();
        CountDownLatch here = new CountDownLatch(1);
        chat.openWith(BOB, id -> {
            seen.set(chat.state().conversation(id));
            here.countDown();
        });
        OpenDirect asked = next(OpenDirect.class);
        server(new Opened(asked.requestId(), summary(0, null, 0)));
        Soon.await(here, () -> "nobody was told");
        assertEquals("Bob", seen.get().title(), "it is in the picture before its id is told");
    }

    @Test
    void aRefusedOpeningCallsNobody() {
        connect();
        server(new Overview(List.of(), List.of()), new CaughtUp());
        CountDownLatch told = new CountDownLatch(1);
        chat.openWith("nobody", id -> told.countDown());
        OpenDirect asked = next(OpenDirect.class);
        server(new RequestFailed(asked.requestId(), ErrorCode.NOT_FOUND, "There is no such person here."));
        server(new Opened(asked.requestId(), summary(0, null, 0)));
        settle();
        assertEquals(1, told.getCount());
    }

    @Test
    void whatIsAskedWithoutAConnectionIsAskedOnTheNext() {
        chat.openWith(BOB, id -> {});
        settle();
        assertTrue(said.isEmpty());
        connect();
        server(new Overview(List.of(People.BOB), List.of()), new CaughtUp());
        assertEquals(BOB, next(OpenDirect.class).accountId());
    }

    @Test
    void theMostRecentConversationStandsFirst() {
        connect();
        Contact carol = new Contact("a3", "carol", "Carol");
        ConversationSummary second =
                new ConversationSummary("c2", List.of(People.ADA_AS_CONTACT, carol), 0, null, 0, 0);
        server(new Overview(List.of(People.BOB, carol), List.of(second, summary(1, fromBob(1), 0))), new CaughtUp());
        assertEquals("c1", chat.state().conversations().getFirst().id());
        server(new Said(new ChatMessage("c2", 1, "x", "a3", NOON.plusSeconds(900), new Body.Text("hi"))));
        assertEquals("c2", chat.state().conversations().getFirst().id());
    }

    @Test
    void onlyTheTouchedConversationIsDrawnAnew() {
        connect();
        ConversationSummary second =
                new ConversationSummary("c2", List.of(People.ADA_AS_CONTACT, People.BOB), 0, null, 0, 0);
        server(new Overview(List.of(People.BOB), List.of(second, summary(1, fromBob(1), 0))), new CaughtUp());
        ConversationView before = chat.state().conversation("c2");
        ConversationView touched = conversation();
        server(new Said(fromBob(2)));
        assertSame(before, chat.state().conversation("c2"));
        assertNotEquals(touched, conversation());
    }

    @Test
    void somebodyWithANewNameIsShownByIt() {
        caughtUp(1);
        server(new ChatServerMessage.ContactChanged(new Contact(BOB, "bob", "Robert")));
        assertEquals("Robert", conversation().title());
    }

    @Test
    void whatCanNotBeSaidIsRefusedBeforeItIsShown() {
        assertThrows(IllegalArgumentException.class, () -> chat.send("c1", " \n "));
        String tooLong = "ä".repeat(Protocol.MAX_TEXT_BYTES / 2 + 1);
        String sentence = assertThrows(IllegalArgumentException.class, () -> chat.send("c1", tooLong))
                .getMessage();
        assertTrue(sentence.contains("too long"), sentence);
    }

    @Test
    void aMessageOfAnUnknownConversationIsPassedOver() {
        caughtUp(1);
        server(new Said(new ChatMessage("c9", 1, "x", BOB, NOON, new Body.Text("?"))));
        assertNull(chat.state().conversation("c9"));
    }

    /** A chat whose only conversation has {@code lastSeq} messages, all loaded. */
    private void opened(int lastSeq) {
        caughtUp(lastSeq);
        chat.open("c1");
        if (lastSeq > 0) {
            server(page(next(GetHistory.class), 1, lastSeq));
        }
    }

    private void caughtUp(int lastSeq) {
        connect();
        ChatMessage last = lastSeq == 0 ? null : fromBob(lastSeq);
        server(new Overview(List.of(People.BOB), List.of(summary(lastSeq, last, 0))), new CaughtUp());
    }

    private Resume connect() {
        onThread(() -> chat.connected(said::add));
        return next(Resume.class);
    }

    private void disconnect() {
        onThread(chat::disconnected);
    }

    private void server(ChatServerMessage... messages) {
        onThread(() -> Arrays.asList(messages).forEach(chat::heard));
    }

    private void settle() {
        onThread(() -> {});
    }

    private void onThread(Runnable task) {
        CountDownLatch done = new CountDownLatch(1);
        thread.execute(task);
        thread.execute(done::countDown);
        Soon.await(done, () -> "the client's thread is stuck");
    }

    private <T extends ChatClientMessage> T next(Class<T> kind) {
        return kind.cast(Soon.taken(said, "a " + kind.getSimpleName()));
    }

    private ConversationView conversation() {
        return chat.state().conversation("c1");
    }

    private List<Long> seqs() {
        return conversation().lines().stream().map(Line::seq).toList();
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static HistoryPage page(GetHistory asked, long from, long to) {
        List<ChatMessage> messages = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            messages.add(fromBob(seq));
        }
        return new HistoryPage(asked.requestId(), "c1", messages, from > 1);
    }

    private static ConversationSummary summary(long lastSeq, ChatMessage last, long readSeq) {
        return new ConversationSummary("c1", List.of(People.ADA_AS_CONTACT, People.BOB), lastSeq, last, readSeq, 0);
    }

    private static ChatMessage fromBob(long seq) {
        return message(seq, "b" + seq, BOB, "from bob " + seq);
    }

    private static ChatMessage message(long seq, String name, String sender, String text) {
        return new ChatMessage("c1", seq, name, sender, NOON.plusSeconds(seq), new Body.Text(text));
    }
}
