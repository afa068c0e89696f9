package coderbased.fx.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.fx.TurnedDelay;
import coderbased.fx.chat.ChatViewModel;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.GroupEventKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotificationsViewModelTest {

    private final FakeChat chat = new FakeChat();
    private final TurnedDelay delay = new TurnedDelay();
    private final ChatViewModel viewModel =
            new ChatViewModel(chat, Runnable::run, delay, Clock.fixed(FakeChat.NOON, ZoneOffset.UTC));
    private final NotificationsViewModel notifications = new NotificationsViewModel(viewModel);

    private static ConversationView bob(int unread, int seq) {
        return AConversation.withBob()
                .unread(unread)
                .lines(ALine.bobs(seq, "hello " + seq).build())
                .build();
    }

    private static ConversationView[] chats(int many, int unread, int seq) {
        return IntStream.range(0, many)
                .mapToObj(i -> AConversation.with("c" + i, new Contact("a" + i, "p" + i, "Person " + i))
                        .unread(unread)
                        .lines(ALine.bobs(seq, "hello").build())
                        .build())
                .toArray(ConversationView[]::new);
    }

    private List<String> shown() {
        return notifications.shown().stream()
                .map(n -> n.title() + ": " + n.text())
                .toList();
    }

    @Test
    void initialStateNotifiesNobody() {
        ChatViewModel fresh = new ChatViewModel(chat, Runnable::run, delay, Clock.systemUTC());
        chat.tell(new ChatState.Progress(false, false, 0, 0));
        NotificationsViewModel first = new NotificationsViewModel(fresh);
        chat.tell(bob(7, 7));
        assertEquals(List.of(), first.shown());
        chat.tell(bob(8, 8));
        assertEquals(1, first.shown().size());
    }

    @Test
    void notificationIsShownForFiveSecondsAndOpensItsChat() {
        chat.tell(bob(1, 1));
        assertEquals(List.of("Bob: hello 1"), shown());
        delay.pass(Duration.ofSeconds(4));
        chat.tell(bob(2, 2));
        delay.pass(Duration.ofSeconds(4));
        assertEquals(List.of("Bob: hello 2"), shown());
        delay.pass(Duration.ofSeconds(1));
        assertEquals(List.of(), shown());
        chat.tell(bob(3, 3));
        notifications.press(notifications.shown().getFirst());
        assertEquals("c-bob", viewModel.thread().conversationId().get());
        assertEquals(List.of(), shown());
    }

    @Test
    void ownMessagesAndGroupEventsDoNotNotify() {
        chat.tell(AConversation.withBob()
                .lines(FakeChat.mine(1, "mine", DeliveryStatus.STORED))
                .build());
        chat.tell(AConversation.group("g", "Team")
                .unread(1)
                .lines(ALine.groupEvent(1, GroupEventKind.ADDED, null, "a-ada").build())
                .build());
        assertEquals(List.of(), shown());
    }

    @Test
    void mutedAndArchivedChatsDoNotNotify() {
        AConversation said =
                AConversation.withBob().unread(1).lines(ALine.bobs(1, "psst").build());
        chat.tell(said.settings(new ConversationSettings(false, false, FakeChat.NOON.plusSeconds(60)))
                .build());
        assertEquals(List.of(), shown());
        chat.tell(said.lines(ALine.bobs(2, "psst").build())
                .settings(new ConversationSettings(false, true, null))
                .build());
        assertEquals(List.of(), shown());
    }

    @Test
    void visibleChatAndFocusedWindowDoNotNotify() {
        chat.tell(bob(0, 1));
        viewModel.open("c-bob");
        viewModel.thread().attended().set(true);
        chat.tell(bob(1, 2));
        assertEquals(List.of(), shown());
        viewModel.thread().attended().set(false);
        chat.tell(bob(2, 3));
        assertEquals(1, shown().size());
        notifications.suppressed().set(true);
        assertEquals(List.of(), shown());
        chat.tell(bob(3, 4));
        assertEquals(List.of(), shown());
    }

    @Test
    void notificationNeverCoversTheChatThatItIsAbout() {
        notifications.underThem().set(true);
        viewModel.open("c-bob");
        chat.tell(bob(1, 1));
        assertEquals(List.of(), shown(), "the chat is open below, in whatever window the person types");

        notifications.underThem().set(false);
        chat.tell(bob(2, 2));
        assertEquals(List.of("Bob: hello 2"), shown());
        notifications.underThem().set(true);
        assertEquals(List.of(), shown(), "the person went to the chat without pressing it");
    }

    @Test
    void messagesReadElsewhereDoNotNotify() {
        chat.tell(bob(1, 1));
        chat.tell(bob(0, 1));
        assertEquals(List.of(), shown());
    }

    @Test
    void burstBecomesOneSummary() {
        chat.tell(chats(3, 0, 1));
        chat.tell(chats(3, 1, 2));
        assertEquals(3, shown().size());
        chat.tell(chats(4, 3, 5));
        assertEquals(List.of("Coderbased Chat: 12 new messages from 4 chats"), shown());
        chat.tell(chats(4, 4, 6));
        assertEquals(List.of("Coderbased Chat: 16 new messages from 4 chats"), shown());
        delay.pass(Duration.ofSeconds(5));
        assertEquals(List.of(), shown());
    }

    @Test
    void missedMessagesBecomeOneSummary() {
        chat.tell(chats(2, 0, 1));
        chat.tell(new ChatState(
                FakeChat.ADA,
                List.of(chats(2, 5, 6)),
                chat.state().presence(),
                new ChatState.Progress(false, true, 5, 10)));
        assertEquals(List.of(), shown());
        chat.tell(FakeChat.CAUGHT_UP);
        assertEquals(List.of("Coderbased Chat: 10 new messages from 2 chats"), shown());
    }

    @Test
    void notificationRespectsThePrivacySetting() {
        notifications.privacy().set(Privacy.NAME);
        chat.tell(bob(1, 1));
        assertEquals(List.of("Bob: 1 new message"), shown());
        notifications.privacy().set(Privacy.NOTHING);
        chat.tell(bob(2, 2));
        assertEquals(List.of("Coderbased Chat: 2 new messages"), shown());
        assertNull(notifications.shown().getFirst().face());
        notifications.press(notifications.shown().getFirst());
        notifications.privacy().set(Privacy.OFF);
        chat.tell(bob(3, 3));
        assertEquals(List.of(), shown());
    }
}
