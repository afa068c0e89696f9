package coderbased.client.chat;

import static coderbased.client.chat.PlayedChat.ADA;
import static coderbased.client.chat.PlayedChat.NOON;
import static coderbased.client.chat.PlayedChat.changed;
import static coderbased.client.chat.PlayedChat.fromBob;
import static coderbased.client.chat.PlayedChat.message;
import static coderbased.client.chat.PlayedChat.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatClientMessage.StartOver;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.MarkersMoved;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outbox: messages and changes reach the server in order and once, whatever is interrupted. */
class OutboxTest {

    @TempDir
    Path folder;

    private PlayedChat played;

    @BeforeEach
    void start() {
        played = PlayedChat.keeping(folder);
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void ownMessageAmongTheMissedOnesIsNoLongerInFlight() {
        Send send = saidWhileNobodyHadSaidAnything();
        played.server(missed(), batchWith(send), new CaughtUp());
        assertEquals(List.of(1L, 2L), played.seqs());
        played.server(new Stored(send.clientMessageId(), "c1", 1, NOON));
        assertEquals(List.of(1L, 2L), played.seqs(), "the repeated answer adds no line");
    }

    @Test
    void messageStoredBeforeTheMissedOnesIsShownOnce() {
        Send send = saidWhileNobodyHadSaidAnything();
        played.server(missed(), new Stored(send.clientMessageId(), "c1", 1, NOON), batchWith(send), new CaughtUp());
        assertEquals(List.of(1L, 2L), played.seqs());
    }

    /** Sends a message that the server stores as the first, whose answer is lost, and that Bob answers meanwhile. */
    private Send saidWhileNobodyHadSaidAnything() {
        played.opened(0);
        say("hello");
        Send send = played.next(Send.class);
        played.disconnect();
        assertEquals(Map.of("c1", 0L), played.connect().have());
        return send;
    }

    private static Overview missed() {
        return new Overview(List.of(summary("c1", 2, fromBob(2), 0)));
    }

    private static Batch batchWith(Send send) {
        return new Batch("c1", List.of(message(1, send.clientMessageId(), ADA, "hello"), fromBob(2)));
    }

    @Test
    void messageIsShownAtOnceAndItsTickFollows() {
        played.opened(3);
        say("hello");
        Send send = played.next(Send.class);
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status());
        assertEquals(0, played.lastMessage().seq());

        played.server(new Stored(send.clientMessageId(), "c1", 4, NOON));
        assertEquals(DeliveryStatus.STORED, played.lastMessage().status());
        assertEquals(send.clientMessageId(), played.lastMessage().clientMessageId());
        assertEquals(NOON, played.lastMessage().at());

        played.server(new MessageChanged(message(4, send.clientMessageId(), ADA, "hello")));
        assertEquals(List.of(1L, 2L, 3L, 4L), played.seqs(), "the echo is the same message");

        played.server(new MarkersMoved("c1", PlayedChat.BOB, 4, 4));
        assertEquals(DeliveryStatus.READ, played.lastMessage().status());
        assertEquals(DeliveryStatus.READ, played.conversation().lastMessage().status());
    }

    @Test
    void messageThatIsStoredCanBeForwardedEditedAndDeletedBeforeItComesBack() {
        played.opened(3);
        say("hello");
        Send send = played.next(Send.class);
        played.server(new Stored(send.clientMessageId(), "c1", 4, NOON));
        played.handle().forward(4, "c1");
        assertEquals(new Body.Text("hello"), played.next(Send.class).body());
        played.handle().edit(4, "hello there");
        assertEquals("hello there", played.next(Edit.class).text());
        played.handle().delete(4);
        assertEquals(4, played.next(Delete.class).seq());
    }

    @Test
    void echoMayComeBeforeTheReceipt() {
        played.opened(3);
        say("hello");
        Send send = played.next(Send.class);
        played.server(new MessageChanged(message(4, send.clientMessageId(), ADA, "hello")));
        assertEquals(DeliveryStatus.STORED, played.lastMessage().status());
        played.server(new Stored(send.clientMessageId(), "c1", 4, NOON));
        assertEquals(List.of(1L, 2L, 3L, 4L), played.seqs());
    }

    @Test
    void answerThatOvertakesEarlierMessagesWaitsForThem() {
        played.opened(3);
        say("hello");
        Send send = played.next(Send.class);
        played.server(new Stored(send.clientMessageId(), "c1", 5, NOON));
        assertEquals(List.of(1L, 2L, 3L, 0L), played.seqs());
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status());
        played.server(new MessageChanged(fromBob(4)));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), played.seqs());
        assertEquals(DeliveryStatus.STORED, played.lastMessage().status());
    }

    @Test
    void fiftyMessagesAreSentWithoutWaitingForEachOther() {
        played.opened(0);
        List<String> texts =
                IntStream.range(0, 50).mapToObj(number -> "line " + number).toList();
        texts.forEach(this::say);
        assertEquals(texts, texts(played.saidSoFar()), "all are under way before any is answered");
    }

    @Test
    void messagesInFlightAreLimited() {
        played.opened(0);
        IntStream.range(0, 100).forEach(number -> say("line " + number));
        List<ChatClientMessage> first = played.saidSoFar();
        assertEquals(OutboxSender.MAX_IN_FLIGHT, first.size());
        store((Send) first.getFirst(), 1);
        assertEquals(List.of("line " + OutboxSender.MAX_IN_FLIGHT), texts(played.saidSoFar()));
    }

    @Test
    void unansweredMessagesAreSentAgainInOrder() {
        played.opened(0);
        List.of("one", "two", "three").forEach(this::say);
        List<ChatClientMessage> before = played.saidSoFar();
        store((Send) before.get(0), 1);
        played.disconnect();
        say("four");
        played.connect();
        played.server(overview(summary("c1", 1, mine(1, before.get(0)), 1)), new CaughtUp());
        List<Send> after = sends(played.saidSoFar());
        assertEquals(List.of("two", "three", "four"), texts(List.copyOf(after)));
        assertEquals(((Send) before.get(1)).clientMessageId(), after.get(0).clientMessageId());
    }

    @Test
    void messageStoredBeforeTheDisconnectionIsNotSentAgain() {
        played.opened(3);
        say("one");
        Send first = played.next(Send.class);
        played.disconnect();
        assertEquals(Map.of("c1", 3L), played.connect().have());
        ChatMessage stored = message(4, first.clientMessageId(), ADA, "one");
        played.server(overview(summary("c1", 4, stored, 4)), new Batch("c1", List.of(stored)), new CaughtUp());
        assertEquals(List.of(), sends(played.saidSoFar()));
        assertEquals(List.of(1L, 2L, 3L, 4L), played.seqs());
        assertEquals(DeliveryStatus.STORED, played.lastMessage().status());
    }

    @Test
    void unsentMessageSurvivesARestartAndKeepsItsId() {
        played.opened(0);
        played.disconnect();
        say("one");
        say("two");
        List<String> names = namesShown();
        restart();
        played.connect();
        played.server(overview(summary("c1", 0, null, 0)), new CaughtUp());
        List<Send> sent = sends(played.saidSoFar());
        assertEquals(List.of("one", "two"), texts(List.copyOf(sent)));
        assertEquals(names, sent.stream().map(Send::clientMessageId).toList());
        played.handle().open();
        assertEquals(List.of("one", "two"), played.texts(), "and is shown as on its way");
    }

    @Test
    void storedMessageIsRemovedFromDisk() {
        played.opened(0);
        say("one");
        store(played.next(Send.class), 1);
        restart();
        played.connect();
        played.server(overview(summary("c1", 1, fromBob(1), 1)), new CaughtUp());
        assertEquals(List.of(), sends(played.saidSoFar()));
    }

    @Test
    void editsDeletionsAndReactionsAreShownAtOnceAndSurviveARestart() {
        played.opened(3);
        played.disconnect();
        played.handle().edit(3, "better");
        played.handle().react(2, "👍");
        played.handle().delete(1);
        assertInstanceOf(
                Body.Deleted.class, played.conversation().messages().get(0).body());
        assertTrue(
                played.conversation().messages().get(1).reactions().getFirst().mine());
        assertEquals("better", played.lastMessage().text());
        assertNotNull(played.lastMessage().editedAt());
        restart();
        played.connect();
        played.server(overview(summary("c1", 3, fromBob(3), 3)), new CaughtUp());
        List<ChatClientMessage> done = played.saidSoFar();
        assertEquals("better", assertInstanceOf(Edit.class, done.get(0)).text());
        assertEquals("👍", assertInstanceOf(React.class, done.get(1)).emoji());
        assertEquals(1, assertInstanceOf(Delete.class, done.get(2)).seq());
    }

    @Test
    void editStaysUntilTheServerShowsIt() {
        played.opened(3);
        played.handle().edit(3, "better");
        Edit edit = played.next(Edit.class);
        played.server(new Done(edit.requestId(), 4));
        assertEquals("better", played.lastMessage().text(), "done, and not told yet");
        played.server(new MessageChanged(changed(3, 4, "b3", ADA, "better, as the server has it")));
        assertEquals("better, as the server has it", played.lastMessage().text());
    }

    @Test
    void firstOfTwoEditsIsNeverShownAgain() {
        played.opened(3);
        played.handle().edit(3, "better");
        played.handle().edit(3, "best");
        Edit first = played.next(Edit.class);
        played.server(new Done(first.requestId(), 4));
        Edit second = played.next(Edit.class);
        played.server(new Done(second.requestId(), 5), new MessageChanged(changed(3, 4, "b3", ADA, "better")));
        assertEquals("best", played.lastMessage().text(), "both are done, and only the first is told");
        played.server(new MessageChanged(changed(3, 5, "b3", ADA, "best")));
        assertEquals("best", played.lastMessage().text());
        played.server(new MessageChanged(changed(3, 6, "b3", ADA, "from another device")));
        assertEquals("from another device", played.lastMessage().text());
    }

    @Test
    void refusedEditShowsItsReasonUntilDismissed() {
        played.opened(3);
        played.handle().edit(3, "better");
        refuse(played.next(Edit.class));
        assertEquals("from bob 3", played.lastMessage().text());
        assertEquals(
                "Only the sender can edit or delete a message.",
                played.lastMessage().refusal());
        assertEquals(DeliveryStatus.STORED, played.lastMessage().status());
        played.handle().dropChange(3);
        assertNull(played.lastMessage().refusal());
    }

    @Test
    void refusedEditSurvivesARestartAndCanBeRetried() {
        played.opened(3);
        played.handle().edit(3, "better");
        Edit edit = played.next(Edit.class);
        refuse(edit);
        restart();
        played.opened(3);
        assertEquals(
                "Only the sender can edit or delete a message.",
                played.lastMessage().refusal());
        played.handle().retryChange(3);
        assertEquals(edit, played.next(Edit.class));
        assertEquals("better", played.lastMessage().text());
        assertNull(played.lastMessage().refusal());
        played.server(new Done(edit.requestId(), 4), new MessageChanged(changed(3, 4, "b3", ADA, "better")));
        assertEquals("better", played.lastMessage().text());
    }

    @Test
    void nextEditReplacesARefusedOne() {
        played.opened(3);
        played.handle().edit(3, "better");
        refuse(played.next(Edit.class));
        played.handle().edit(3, "best");
        assertEquals("best", played.lastMessage().text());
        assertNull(played.lastMessage().refusal());
    }

    private void refuse(Edit edit) {
        played.server(new RequestFailed(
                edit.requestId(), ProblemReason.MESSAGE_NOT_YOURS.problem().worded("SERVER TEXT")));
    }

    @Test
    void refusedMessageShowsItsReasonBlocksNothingAndCanBeRetried() {
        played.opened(0);
        say("one");
        say("two");
        Send one = played.next(Send.class);
        played.next(Send.class);
        played.server(new SendRefused(
                one.clientMessageId(),
                ProblemReason.CONVERSATION_UNKNOWN.problem().worded("SERVER TEXT")));
        MessageView refused = played.conversation().messages().getFirst();
        assertEquals(DeliveryStatus.REFUSED, refused.status());
        assertEquals("There is no such conversation.", refused.refusal());

        restart();
        played.connect();
        played.server(overview(summary("c1", 0, null, 0)), new CaughtUp());
        played.saidSoFar();
        played.handle().open();
        assertTrue(played.conversation().messages().stream().anyMatch(line -> line.status() == DeliveryStatus.REFUSED));
        played.handle().retry(one.clientMessageId());
        assertEquals(one, played.next(Send.class));
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status());
    }

    @Test
    void refusedOrWaitingMessageCanBeCancelled() {
        played.opened(0);
        say("under way");
        Send inFlight = played.next(Send.class);
        played.handle().cancel(inFlight.clientMessageId());
        assertEquals(1, played.conversation().messages().size(), "it may be stored already");
        played.server(new SendRefused(inFlight.clientMessageId(), Problem.of(ErrorCode.NOT_FOUND, "No.")));
        played.handle().cancel(inFlight.clientMessageId());
        assertEquals(List.of(), played.texts());
        played.disconnect();
        say("waits");
        played.handle().cancel(namesShown().getFirst());
        assertEquals(List.of(), played.texts());
        restart();
        played.connect();
        played.server(overview(summary("c1", 0, null, 0)), new CaughtUp());
        assertEquals(List.of(), sends(played.saidSoFar()));
    }

    @Test
    void outboxPausesForAServerInTroubleAndKeepsTheMessage() {
        played.opened(0);
        say("one");
        Send one = played.next(Send.class);
        played.server(new SendRefused(one.clientMessageId(), Problem.of(ErrorCode.TRY_LATER, "Later.")));
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status());
        assertEquals(new StartOver(), played.next(StartOver.class), "a moment later, by itself");
        assertEquals(one, played.next(Send.class));
    }

    @Test
    void messageThatTheServerFailsOnIsNotRepeatedByItself() {
        played.opened(0);
        say("one");
        say("two");
        Send one = played.next(Send.class);
        Send two = played.next(Send.class);
        played.server(new SendRefused(one.clientMessageId(), Problem.of(ErrorCode.INTERNAL, "Oh.")));
        played.server(new Stored(two.clientMessageId(), "c1", 1, NOON));
        played.disconnect();
        played.opened(1);
        assertEquals(List.of(), sends(played.saidSoFar()));
    }

    @Test
    void rateLimitedMessagesAreSentLaterInOrder() {
        played.opened(0);
        List.of("one", "two", "three").forEach(this::say);
        List<Send> before = sends(played.saidSoFar());
        played.server(new Stored(before.getFirst().clientMessageId(), "c1", 1, NOON));
        refuse(before.subList(1, 3), ErrorCode.SLOW_DOWN, 5L);
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status(), "it waits, and nothing is lost");
        assertEquals(new StartOver(), played.next(StartOver.class), "after the time that the server named");
        assertEquals(before.subList(1, 3), sends(played.saidSoFar()));
    }

    @Test
    void messageBeyondALimitStaysWithItsReason() {
        played.opened(0);
        say("one");
        Send one = played.next(Send.class);
        played.server(new SendRefused(
                one.clientMessageId(),
                Problem.of(ErrorCode.LIMIT_REACHED, "Try again tomorrow.").retryAfter(60_000L)));
        assertEquals(DeliveryStatus.REFUSED, played.lastMessage().status());
        assertEquals("Try again tomorrow.", played.lastMessage().refusal());
        restart();
        played.connect();
        played.server(overview(summary("c1", 0, null, 0)), new CaughtUp());
        assertEquals(List.of(), sends(played.saidSoFar()), "not by itself");
        played.handle().retry(one.clientMessageId());
        assertEquals(one, played.next(Send.class));
    }

    @Test
    void outboxSendsEverythingUnansweredAgainAfterThePause() {
        played.opened(0);
        List.of("one", "two", "three").forEach(this::say);
        List<Send> before = sends(played.saidSoFar());
        refuse(before.subList(0, 2), ErrorCode.TRY_LATER, null);
        say("four");
        assertEquals(new StartOver(), played.next(StartOver.class));
        List<Send> after =
                Stream.generate(() -> played.next(Send.class)).limit(4).toList();
        assertEquals(before, after.subList(0, 3), "the third may be stored or not: there was no answer yet");
        assertEquals(List.of("one", "two", "three", "four"), texts(List.copyOf(after)));
    }

    @Test
    void nothingIsSentToARemovedConversation() {
        played.opened(0);
        played.disconnect();
        say("one");
        played.connect();
        played.server(new Overview(List.of()), new CaughtUp(), new ConversationGone("c1"));
        assertNull(played.conversation());
        assertEquals(List.of(), sends(played.saidSoFar()));
    }

    @Test
    void forwardedMessageIsMarked() {
        played.opened(3);
        played.server(overview(summary("c2", 0, null, 0)));
        played.handle().forward(2, "c2");
        Send forwarded = played.next(Send.class);
        assertEquals("c2", forwarded.conversationId());
        assertTrue(forwarded.forwarded());
        assertEquals(new Body.Text("from bob 2"), forwarded.body());
    }

    @Test
    void answerShowsItsQuoteBeforeItIsStored() {
        played.opened(3);
        played.handle().send("indeed", 2L);
        assertEquals(2L, played.next(Send.class).replyTo());
        MessageView.Quote quote = played.lastMessage().quote();
        assertEquals("Bob", quote.senderName());
        assertFalse(quote.mine());
        assertEquals(new Body.Text("from bob 2"), quote.body());
    }

    private void say(String text) {
        played.handle().send(text, null);
    }

    /** Refuses several messages in one task: between two tasks the client's pause may end. */
    private void refuse(List<Send> several, ErrorCode code, Long retryAfterMillis) {
        played.server(several.stream()
                .map(one -> new SendRefused(
                        one.clientMessageId(), Problem.of(code, "Not now.").retryAfter(retryAfterMillis)))
                .toArray(ChatServerMessage[]::new));
    }

    private void restart() {
        played.restart(PlayedChat.journalIn(folder));
    }

    private void store(Send send, long seq) {
        played.server(new Stored(send.clientMessageId(), "c1", seq, NOON), new MessageChanged(mine(seq, send)));
    }

    private List<String> namesShown() {
        return played.conversation().messages().stream()
                .map(MessageView::clientMessageId)
                .toList();
    }

    private static ChatMessage mine(long seq, ChatClientMessage sent) {
        Send send = (Send) sent;
        return message(seq, send.clientMessageId(), ADA, ((Body.Text) send.body()).text());
    }

    private static Overview overview(coderbased.protocol.ConversationSummary summary) {
        return new Overview(List.of(summary));
    }

    private static List<Send> sends(List<ChatClientMessage> said) {
        return said.stream()
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .toList();
    }

    private static List<String> texts(List<ChatClientMessage> said) {
        return sends(said).stream()
                .map(send -> ((Body.Text) send.body()).text())
                .toList();
    }
}
