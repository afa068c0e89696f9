package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.Face;
import coderbased.fx.FakeChat;
import coderbased.fx.FileKind;
import coderbased.fx.compose.Attachment;
import coderbased.fx.compose.AttachmentsViewModel;
import coderbased.fx.compose.ComposerMode;
import coderbased.protocol.Body;
import coderbased.protocol.Contact;
import coderbased.protocol.MemberReceipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadActionsTest {

    private static final Contact EVE = new Contact("a-eve", "eve", "Eve");

    private final FakeChat chat = new FakeChat();
    private final Queue<Runnable> afterUndo = new ArrayDeque<>();
    private ThreadViewModel thread;

    @BeforeEach
    void opensAGroup() {
        chat.tell(AConversation.group("g", "Lake", FakeChat.BOB, EVE)
                .person(FakeChat.BOB, false, 9, 9)
                .person(EVE, false, 3, 1)
                .departed(new Contact("a-zoe", "zoe", "Zoe"))
                .departed(new Contact("a-ida", "ida", "Ida"))
                .lines(
                        ALine.bobs(1, "one").build(),
                        ALine.mine(2, "two").status(DeliveryStatus.STORED).build(),
                        ALine.bobs(3, "three").reaction("👍", true, "Ada").build())
                .build());
        thread = Threads.of(chat, afterUndo);
        thread.open("g");
        chat.asked.clear();
    }

    private ThreadRow.Bubble bubble(long seq) {
        return Threads.bubble(thread, seq);
    }

    @Test
    void readOnlyDeviceChangesNothing() {
        chat.tell(new ChatState(FakeChat.ADA, chat.state().conversations(), Map.of(), FakeChat.CAUGHT_UP, true));
        chat.asked.clear();
        thread.actions().answer(bubble(1));
        thread.actions().correct(bubble(2));
        thread.actions().delete(bubble(2));
        afterUndo.forEach(Runnable::run);
        assertInstanceOf(ComposerMode.Plain.class, thread.composer().mode().get());
        assertEquals(List.of(), chat.asked);
    }

    @Test
    void informationSaysWhenTheMessageWasSentAndWhomItReached() {
        MessageInfo own = thread.actions().info(bubble(2));
        assertTrue(own.sent().startsWith("Sent "), own.sent());
        assertEquals(
                List.of("Read", "Delivered"),
                own.people().stream().map(MessageInfo.Reached::words).toList());
        MessageInfo hers = thread.actions().info(bubble(1));
        assertTrue(hers.sent().startsWith("Sent "), hers.sent());
        assertEquals(List.of(), hers.people());
    }

    @Test
    void informationSaysWhenTheMessageWasEdited() {
        chat.tell(AConversation.withBob()
                .lines(
                        ALine.bobs(1, "one").build(),
                        ALine.bobs(2, "two").edited().build())
                .build());
        thread.open("c-bob");
        assertEquals("Sent today at 12:01 PM", info(1));
        assertEquals("Sent today at 12:02 PM, edited today at 1:02 PM", info(2));
    }

    private String info(long seq) {
        return thread.actions().info(bubble(seq)).sent().replace('\u202F', ' ');
    }

    @Test
    void menuOfAnotherThreadDoesNothing() {
        chat.tell(
                AConversation.withBob()
                        .lines(FakeChat.bobs(3, "hers"), FakeChat.mine(4, "own", DeliveryStatus.READ))
                        .build(),
                AConversation.with("c-cleo", EVE)
                        .lines(FakeChat.bobs(9, "other"))
                        .build());
        thread.open("c-bob");
        ThreadRow.Bubble hers = Threads.bubble(thread, 3);
        ThreadRow.Bubble own = Threads.bubble(thread, 4);
        thread.open("c-cleo");
        chat.asked.clear();
        ThreadActions actions = thread.actions();
        actions.answer(hers);
        actions.correct(own);
        actions.delete(own);
        actions.react(hers, "👍");
        actions.forward(hers, new ThreadActions.Target("c-cleo", Face.named("Cleo")));
        actions.retry(own);
        actions.dismiss(own);
        actions.cancel(own);
        actions.fetch(hers, path -> {}, why -> {});
        thread.close();
        assertEquals(List.of("close c-cleo"), chat.asked);
        assertEquals("", thread.composer().draft().get());
    }

    @Test
    void answerShowsItsQuoteUntilSent() {
        thread.actions().answer(bubble(1));
        assertEquals(
                new ComposerMode.Answering(1, "Bob", "one"),
                thread.composer().mode().get());
        thread.composer().draft().set("indeed");
        thread.composer().send();
        assertTrue(chat.asked.contains("send g indeed to 1"));
        assertInstanceOf(ComposerMode.Plain.class, thread.composer().mode().get());
    }

    @Test
    void upKeyEditsTheLastMessageAndTheDraftReturns() {
        thread.composer().correctLast();
        assertEquals("two", thread.composer().draft().get());
        thread.composer().draft().set("two and a half");
        thread.composer().send();
        assertTrue(chat.asked.contains("edit g 2 two and a half"));
        assertEquals("", thread.composer().draft().get());
        assertTrue(chat.asked.stream().noneMatch(asked -> asked.startsWith("saveDraft g two")));
    }

    @Test
    void draftWaitsDuringAnEdit() {
        thread.composer().draft().set("half a thou");
        thread.actions().correct(bubble(2));
        assertEquals("two", thread.composer().draft().get());
        assertTrue(thread.composer().stepBack());
        assertEquals("half a thou", thread.composer().draft().get());
    }

    @Test
    void onlyOwnMessagesCanBeEdited() {
        assertFalse(thread.actions().correctable(bubble(1)));
        assertTrue(thread.actions().correctable(bubble(2)));
    }

    @Test
    void deletionIsSentAfterTheTimeToUndo() {
        thread.actions().delete(bubble(2));
        assertInstanceOf(ThreadRow.Going.class, bubble(2).said());
        assertEquals(List.of(), chat.asked);
        afterUndo.remove().run();
        assertEquals(List.of("delete g 2"), chat.asked);
    }

    @Test
    void undoneDeletionIsNeverSent() {
        thread.actions().delete(bubble(2));
        thread.actions().undoDelete(bubble(2));
        afterUndo.remove().run();
        assertEquals(List.of(), chat.asked);
        assertEquals("two", bubble(2).text());
    }

    @Test
    void leavingTheThreadSendsTheDeletion() {
        thread.actions().delete(bubble(2));
        thread.close();
        assertEquals("delete g 2", chat.asked.getFirst());
        afterUndo.remove().run();
        assertEquals(1, chat.asked.stream().filter("delete g 2"::equals).count());
    }

    @Test
    void secondPressRemovesTheReaction() {
        thread.actions().react(bubble(1), "👍");
        thread.actions().react(bubble(3), "👍");
        thread.actions().react(bubble(3), "🎉");
        assertEquals(List.of("react g 1 👍", "react g 3 nothing", "react g 3 🎉"), chat.asked);
    }

    @Test
    void infoListsTheDeliveryStates() {
        List<String> told = thread.actions().info(bubble(2)).people().stream()
                .map(person -> person.face().name() + " " + person.words())
                .toList();
        assertEquals(List.of("Bob Read", "Eve Delivered"), told);
    }

    @Test
    void infoShowsTimesAndThoseWhoLeft() {
        Instant read = FakeChat.NOON.plusSeconds(300);
        Instant yesterday = FakeChat.NOON.minus(Duration.ofDays(1));
        chat.receipts.addAll(List.of(
                new MemberReceipt("a-bob", true, true, true, FakeChat.NOON, read),
                new MemberReceipt("a-eve", true, true, false, yesterday, null),
                new MemberReceipt("a-zoe", false, true, true, null, read),
                new MemberReceipt("a-ida", false, false, false, null, null)));
        AtomicReference<MessageInfo> told = new AtomicReference<>();
        thread.actions().askTimes(bubble(2), told::set);
        assertEquals(
                List.of(
                        "Bob READ Delivered 12:00 PM, read 12:05 PM",
                        "Eve DELIVERED Delivered yesterday at 12:00 PM",
                        "Ida STORED Not delivered yet (left)",
                        "Zoe READ Read 12:05 PM (left)"),
                people(told.get()));
        told.set(null);
        thread.actions().askTimes(bubble(1), told::set);
        assertNull(told.get(), "it is not the user's own");
        assertEquals(List.of("receipts g 2"), chat.asked);
    }

    @Test
    void infoListsOnlyThoseToWhomTheMessageWasSent() {
        chat.receipts.add(new MemberReceipt("a-bob", true, false, false, null, null));
        assertEquals(List.of("Bob READ Read"), told(2));
        chat.receipts.clear();
        assertEquals(List.of(), told(2));
    }

    @Test
    void infoShowsTheLaterOfAnswerAndConversation() {
        chat.receipts.addAll(List.of(
                new MemberReceipt("a-eve", true, true, true, null, null),
                new MemberReceipt("a-bob", true, false, false, null, null)));
        assertEquals(List.of("Bob READ Read", "Eve READ Read"), told(2));
    }

    @Test
    void infoUsesTheConversationAsItIsWhenTheAnswerComes() {
        Queue<Runnable> answers = new ArrayDeque<>();
        thread = Threads.of(chat, afterUndo, answers::add);
        thread.open("g");
        chat.receipts.add(new MemberReceipt("a-eve", true, false, false, null, null));
        List<MessageInfo> told = new ArrayList<>();
        thread.actions().askTimes(bubble(2), told::add);
        chat.tell(AConversation.group("g", "Lake", FakeChat.BOB, EVE)
                .person(EVE, false, 3, 3)
                .lines(ALine.mine(2, "two").edited().build())
                .build());
        answers.forEach(Runnable::run);
        assertEquals(List.of("Eve READ Read"), people(told.getFirst()));
        assertTrue(told.getFirst().sent().contains("edited"), told.toString());
    }

    @Test
    void infoOfAThreadThatIsClosedBeforeTheAnswerIsNotTold() {
        Queue<Runnable> answers = new ArrayDeque<>();
        thread = Threads.of(chat, afterUndo, answers::add);
        thread.open("g");
        List<MessageInfo> told = new ArrayList<>();
        thread.actions().askTimes(bubble(2), told::add);
        thread.close();
        answers.forEach(Runnable::run);
        assertEquals(List.of(), told);
    }

    private List<String> told(long seq) {
        AtomicReference<MessageInfo> told = new AtomicReference<>();
        thread.actions().askTimes(bubble(seq), told::set);
        return people(told.get());
    }

    private static List<String> people(MessageInfo info) {
        return info.people().stream()
                .map(person -> person.face().name() + " " + person.tick() + " "
                        + person.words().replace('\u202F', ' '))
                .toList();
    }

    @Test
    void refusedChangeShowsItsReasonAndCanBeRetriedOrDismissed() {
        chat.tell(AConversation.group("g", "Lake", FakeChat.BOB)
                .lines(ALine.mine(2, "two").changeRefused("It is too late.").build())
                .build());
        assertEquals(
                "Your change was not saved: It is too late.", bubble(2).foot().refusal());
        assertTrue(bubble(2).stored());
        thread.actions().retry(bubble(2));
        thread.actions().dismiss(bubble(2));
        assertEquals(List.of("retryChange g 2", "dropChange g 2"), chat.asked);
    }

    @Test
    void fileCarriesTheAnswerAndStaysInItsConversation() {
        thread.actions().answer(bubble(1));
        AttachmentsViewModel attachments = thread.composer().attachments();
        attachments.files().addAll(file("a.png"), file("b.png"));
        attachments.send();
        assertEquals(List.of("sendFile g a.png  to 1", "sendFile g b.png "), chat.asked);
        assertInstanceOf(ComposerMode.Plain.class, thread.composer().mode().get());
    }

    private static Attachment file(String name) {
        return new Attachment(Path.of(name), name, "1 KB", FileKind.PICTURE);
    }

    @Test
    void uploadIsCancelledByIdAndDownloadByNumber() {
        Body.File file = new Body.File("ab", "a.zip", "application/zip", 10, null, "");
        chat.tell(AConversation.group("g", "Lake", FakeChat.BOB)
                .lines(
                        ALine.bobs(1, "").body(file).moving(1, 10, false).build(),
                        ALine.mine(2, "")
                                .body(file)
                                .onItsWay()
                                .moving(1, 10, true)
                                .build())
                .build());
        thread.rows().stream()
                .filter(ThreadRow.Bubble.class::isInstance)
                .forEach(row -> thread.actions().cancel((ThreadRow.Bubble) row));
        assertEquals(List.of("cancelFile g 1", "cancel g m2"), chat.asked);
    }
}
