package coderbased.fx.thread;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.mine;
import static coderbased.fx.FakeChat.withBob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.PersonNames;
import coderbased.fx.Tick;
import coderbased.fx.chat.ChatViewModel;
import coderbased.protocol.Contact;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadViewModelTest {

    private final FakeChat chat = new FakeChat();
    private final Clock clock = Clock.fixed(FakeChat.NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    private final ChatViewModel viewModel = new ChatViewModel(chat, Runnable::run, clock);
    private final ThreadViewModel thread = viewModel.thread();

    private List<String> rows() {
        return thread.rows().stream()
                .map(row -> switch (row) {
                    case ThreadRow.Day day -> "[" + day.label() + "]";
                    case ThreadRow.Unread unread -> "(" + unread.label() + ")";
                    case ThreadRow.GroupEvent event -> "*" + event.words() + "*";
                    case ThreadRow.Skeleton _ -> "…";
                    case ThreadRow.Bubble bubble -> bubble.text();
                })
                .toList();
    }

    @Test
    void dayPrecedesItsFirstMessageAndUnreadLineTheNewOnes() {
        chat.tell(withBob(
                2, false, bobs(-1440, "old"), mine(1, "mine", DeliveryStatus.READ), bobs(2, "new"), bobs(3, "newer")));
        thread.open("c-bob");
        assertEquals(List.of("[Yesterday]", "old", "[Today]", "mine", "(2 new messages)", "new", "newer"), rows());
    }

    @Test
    void unreadLineStaysWhileTheThreadIsOpen() {
        chat.tell(withBob(1, false, bobs(1, "one"), bobs(2, "two")));
        thread.open("c-bob");
        chat.tell(withBob(0, false, bobs(1, "one"), bobs(2, "two"), bobs(3, "three")));
        assertEquals(List.of("[Today]", "one", "(1 new message)", "two", "three"), rows());
    }

    @Test
    void typingCausesNoLayout() {
        chat.tell(withBob(0, false, bobs(1, "one"), bobs(2, "two")));
        thread.open("c-bob");
        ThreadRow before = thread.rows().getLast();
        chat.tell(AConversation.withBob()
                .lines(chat.state().conversation("c-bob").messages().toArray(MessageView[]::new))
                .draft("t")
                .typing("Bob")
                .build());
        assertSame(before, thread.rows().getLast());
        assertEquals("typing…", thread.heading().line().get());
        chat.tell(AConversation.withBob()
                .lines(bobs(1, "one"), bobs(2, "two!"))
                .draft("t")
                .build());
        assertEquals(List.of("[Today]", "one", "two!"), rows());
    }

    @Test
    void onlyVisibleMessagesAreRead() {
        chat.tell(withBob(1, false, bobs(1, "one")));
        thread.open("c-bob");
        assertFalse(chat.asked.contains("markRead c-bob 1"));
        thread.attended().set(true);
        assertFalse(chat.asked.contains("markRead c-bob 1"), "the newest message is not in view yet");
        thread.readTracker().shown("t1");
        assertTrue(chat.asked.contains("markRead c-bob 1"));
    }

    @Test
    void readOnlyDeviceSendsNothingAndSaysWhy() {
        chat.tell(withBob(0, false, bobs(1, "one")));
        thread.open("c-bob");
        assertEquals("", thread.composer().barred().get());
        thread.composer().draft().set("half a word");
        chat.asked.clear();

        chat.tell(new ChatState(FakeChat.ADA, chat.state().conversations(), Map.of(), FakeChat.CAUGHT_UP, true));
        thread.composer().send();

        assertTrue(thread.composer().barred().get().startsWith("This computer is linked as read-only."));
        assertEquals(List.of(), chat.asked);
    }

    @Test
    void pageIsRequestedOnceUntilItArrives() {
        chat.tell(withBob(0, true, FakeChat.lines(101, 200)));
        thread.open("c-bob");
        thread.window().loadOlder();
        thread.window().loadOlder();
        assertEquals(List.of("open c-bob", "loadOlder c-bob"), chat.asked);
        assertTrue(thread.window().loadingOlder().get());

        chat.tell(withBob(0, true, FakeChat.lines(1, 200)));
        assertFalse(thread.window().loadingOlder().get());
        thread.window().loadOlder();
        assertEquals(3, chat.asked.size());
    }

    @Test
    void noPageIsRequestedBeforeTheFirstMessage() {
        chat.tell(withBob(0, false, FakeChat.lines(1, 5)));
        thread.open("c-bob");
        thread.window().loadOlder();
        assertEquals(List.of("open c-bob"), chat.asked);
    }

    @Test
    void emptyThreadIsShownOnlyOnceItIsKnown() {
        thread.open("c-bob");
        assertFalse(thread.empty().get(), "the chat is not known yet");
        chat.tell(AConversation.withBob().unread(3).build());
        assertFalse(thread.empty().get(), "three unread messages are not loaded yet");
        assertTrue(thread.rows().stream().allMatch(row -> row instanceof ThreadRow.Skeleton));
        chat.tell(AConversation.withBob().lastMessage(FakeChat.bobs(9, "hi")).build());
        assertFalse(thread.empty().get(), "its newest message is known and not loaded");
        chat.tell(withBob(0, false));
        assertTrue(thread.empty().get());
        assertEquals(List.of(), thread.rows());
        chat.tell(withBob(0, false, FakeChat.lines(1, 1)));
        assertFalse(thread.empty().get());
        thread.close();
        assertFalse(thread.empty().get());
    }

    @Test
    void headingShowsTheGroupPictureAndTheColourOfTheAccount() {
        chat.tell(AConversation.pictured("g", "Lake", "hash", FakeChat.BOB).build());
        thread.open("g");
        assertTrue(thread.heading().face().get().picture().endsWith("picture-g"));
        assertTrue(thread.actions().targets().getFirst().face().picture().endsWith("picture-g"));

        chat.tell(
                AConversation.with("c-bob", new Contact("a-bob", "bob", "Bob")).build());
        thread.open("c-bob");
        int before = thread.heading().face().get().colour();
        chat.tell(AConversation.with("c-bob", new Contact("a-bob", "bob", "Robert"))
                .build());
        assertEquals("Robert", thread.heading().face().get().name());
        assertEquals(before, thread.heading().face().get().colour());
        assertEquals(PersonNames.colour("a-bob"), before);
    }

    @Test
    void messageKeepsItsRowWhenStored() {
        chat.tell(withBob(0, false, mine(1, "hello", DeliveryStatus.SENDING)));
        thread.open("c-bob");
        ThreadRow.Bubble sending = (ThreadRow.Bubble) thread.rows().get(1);
        chat.tell(withBob(0, false, mine(1, "hello", DeliveryStatus.STORED)));
        ThreadRow.Bubble stored = (ThreadRow.Bubble) thread.rows().get(1);
        assertEquals(Tick.SENDING, sending.foot().tick());
        assertEquals(Tick.STORED, stored.foot().tick());
        assertEquals(sending.key(), stored.key());
        assertEquals(2, thread.rows().size());
    }

    @Test
    void draftStaysInItsConversation() {
        chat.tell(withBob(0, false));
        thread.open("c-bob");
        thread.composer().draft().set("half a thou");
        assertTrue(chat.asked.contains("saveDraft c-bob half a thou"));
        thread.close();
        assertEquals("", thread.composer().draft().get());
        chat.tell(AConversation.withBob().draft("half a thou").build());
        thread.open("c-bob");
        assertEquals("half a thou", thread.composer().draft().get());
    }

    @Test
    void sendingTrimsTheTextAndClearsTheField() {
        chat.tell(withBob(0, false));
        thread.open("c-bob");
        thread.composer().draft().set("  two\nlines \n");
        thread.composer().send();
        assertTrue(chat.asked.contains("send c-bob two\nlines"));
        assertEquals("", thread.composer().draft().get());
    }

    @Test
    void blankTextIsNotSent() {
        chat.tell(withBob(0, false));
        thread.open("c-bob");
        thread.composer().draft().set(" \n ");
        thread.composer().send();
        assertTrue(chat.asked.stream().noneMatch(asked -> asked.startsWith("send")));
    }

    @Test
    void tooLongTextIsReportedAndNotSent() {
        chat.tell(withBob(0, false));
        thread.open("c-bob");
        thread.composer().draft().set("é".repeat(4097));
        assertTrue(thread.composer().problem().getValue().startsWith("Too long for one message"));
        thread.composer().send();
        assertTrue(chat.asked.stream().noneMatch(asked -> asked.startsWith("send")));
    }
}
