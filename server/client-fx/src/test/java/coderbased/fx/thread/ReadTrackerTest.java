package coderbased.fx.thread;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.lines;
import static coderbased.fx.FakeChat.mine;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.protocol.Contact;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Read markers sent to the server for each state of the screen. */
class ReadTrackerTest {

    private static final Contact CLEO = new Contact("a-cleo", "cleo", "Cleo");

    private final FakeChat chat = new FakeChat();
    private final ThreadViewModel thread = Threads.of(chat);

    @BeforeEach
    void aPersonIsThere() {
        thread.attended().set(true);
    }

    private static AConversation bob(int unread, MessageView... lines) {
        return AConversation.withBob().unread(unread).lines(lines);
    }

    private static AConversation cleo(int unread, MessageView... lines) {
        return AConversation.with("c-cleo", CLEO).unread(unread).lines(lines);
    }

    private void tell(AConversation... conversations) {
        chat.tell(java.util.stream.Stream.of(conversations)
                .map(AConversation::build)
                .toArray(coderbased.client.chat.ConversationView[]::new));
    }

    private List<String> marks() {
        return chat.asked.stream().filter(asked -> asked.startsWith("markRead")).toList();
    }

    @Test
    void switchingConversationsMarksNeither() {
        tell(bob(0, bobs(5, "seen")), cleo(3, bobs(7, "a"), bobs(8, "b"), bobs(9, "c")));
        thread.open("c-bob");
        thread.readTracker().shown("t5");
        tell(bob(1, bobs(5, "seen"), bobs(6, "not drawn")), cleo(3, bobs(7, "a"), bobs(8, "b"), bobs(9, "c")));
        thread.open("c-cleo");
        assertEquals(List.of(), marks());
    }

    @Test
    void nothingIsMarkedBeforeTheMessagesAreDrawn() {
        tell(AConversation.withBob().readSeq(4).unread(3).loading());
        thread.open("c-bob");
        thread.readTracker().shown("skeleton-6");
        assertEquals(List.of(), marks());
        tell(AConversation.withBob().readSeq(4).unread(3).lines(bobs(5, "a"), bobs(6, "b"), bobs(7, "c")));
        assertEquals(List.of(), marks(), "loaded, but not drawn");
        assertEquals(
                "3 new messages",
                thread.rows().stream()
                        .filter(ThreadRow.Unread.class::isInstance)
                        .map(row -> ((ThreadRow.Unread) row).label())
                        .findFirst()
                        .orElse("no line"));
        thread.readTracker().shown("t7");
        assertEquals(List.of("markRead c-bob 7"), marks());
    }

    @Test
    void messageAfterTheLastLayoutStaysUnread() {
        tell(bob(1, bobs(1, "seen")));
        thread.open("c-bob");
        thread.attended().set(false);
        thread.readTracker().shown("t1");
        tell(bob(2, bobs(1, "seen"), bobs(2, "not drawn yet")));
        thread.attended().set(true);
        assertEquals(List.of("markRead c-bob 1"), marks());
    }

    @Test
    void rowOfOneConversationMarksNothingInAnother() {
        tell(bob(2, bobs(1, "one"), bobs(2, "two")), cleo(0));
        thread.open("c-bob");
        thread.readTracker().shown("t77");
        thread.readTracker().shown(ThreadRow.Unread.KEY);
        assertEquals(List.of(), marks());
    }

    @Test
    void nothingIsMarkedWhileNewerMessagesAreNotLoaded() {
        tell(AConversation.withBob().readSeq(0).unread(90).lines(lines(1, 60)).more(false, true));
        thread.open("c-bob");
        thread.readTracker().shown("t60");
        assertEquals(List.of(), marks());
    }

    @Test
    void coveredThreadMarksNothing() {
        tell(bob(1, bobs(1, "one")));
        thread.open("c-bob");
        thread.readTracker().covered().set(true);
        thread.readTracker().shown("t1");
        assertEquals(List.of(), marks());
        thread.readTracker().covered().set(false);
        assertEquals(List.of("markRead c-bob 1"), marks());
    }

    @Test
    void unsentMessageHasNoNumber() {
        tell(bob(1, bobs(4, "four"), mine(0, "on its way", DeliveryStatus.SENDING))
                .readSeq(3));
        thread.open("c-bob");
        thread.readTracker().shown("m0");
        assertEquals(List.of("markRead c-bob 4"), marks());
    }

    @Test
    void closedThreadMarksNothing() {
        tell(bob(1, bobs(1, "one")));
        thread.open("c-bob");
        thread.attended().set(false);
        thread.readTracker().shown("t1");
        thread.close();
        thread.attended().set(true);
        assertEquals(List.of(), marks());
    }

    @Test
    void searchHitIsOpenedDirectly() {
        tell(AConversation.withBob().readSeq(80).unread(20).lines(lines(1, 100)));
        thread.open("c-bob", 5);
        assertEquals("t5", thread.window().reveal().get().key(), "the end was never asked for");
        assertEquals(List.of(), marks());
    }

    @Test
    void unavailableMessageLeavesTheThreadUsable() {
        tell(AConversation.withBob().readSeq(80).unread(20).lines(lines(60, 100)));
        thread.open("c-bob", 5);
        assertEquals(null, thread.window().reveal().get());
        tell(AConversation.withBob()
                .readSeq(80)
                .unread(20)
                .lines(lines(60, 100))
                .loading());
        tell(AConversation.withBob().readSeq(80).unread(20).lines(lines(60, 100)));
        tell(AConversation.withBob()
                .readSeq(80)
                .unread(20)
                .lines(lines(60, 100))
                .draft("x"));
        assertEquals(ThreadRow.Unread.KEY, thread.window().reveal().get().key());
    }

    @Test
    void unknownConversationGetsItsUnreadLineLater() {
        tell();
        thread.open("c-bob");
        tell(bob(2, bobs(1, "one"), bobs(2, "two")));
        assertEquals(
                1,
                thread.rows().stream()
                        .filter(ThreadRow.Unread.class::isInstance)
                        .count());
    }
}
