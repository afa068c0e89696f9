package coderbased.fx.list;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.withBob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.fx.Tick;
import coderbased.fx.TurnedDelay;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ListRow.Piece;
import coderbased.fx.list.ListRow.Preview.Kind;
import coderbased.protocol.Body;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.GroupInvitation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationListViewModelTest {

    private static final Contact NAMESAKE = new Contact("a-ada2", "ada2", "Ada the Second");
    private static final ConversationSettings ARCHIVED = new ConversationSettings(false, true, null);

    private final FakeChat chat = new FakeChat();
    private final TurnedDelay delay = new TurnedDelay();
    private final ChatViewModel viewModel =
            new ChatViewModel(chat, Runnable::run, delay, Clock.fixed(FakeChat.NOON, ZoneOffset.UTC));
    private final ConversationListViewModel list = viewModel.list();

    private List<String> names() {
        return list.rows().stream()
                .map(row -> switch (row) {
                    case ListRow.Heading heading -> "[" + heading.label() + "]";
                    case ListRow.Note note -> "(" + note.words() + ")";
                    case ListRow.Invitation invitation -> invitation.words() + "?";
                    case ListRow.Archive archive -> "archive of " + archive.conversations();
                    case ListRow.Conversation conversation -> conversation.title();
                    case ListRow.Person person -> person.name();
                    case ListRow.Message message -> message.title() + " #" + message.seq();
                    case ListRow.More _ -> "more";
                })
                .toList();
    }

    private ListRow.Conversation first() {
        return assertInstanceOf(ListRow.Conversation.class, list.rows().getFirst());
    }

    private ListRow.Preview preview(AConversation conversation) {
        chat.tell(conversation.build());
        return first().preview();
    }

    private void search(String words) {
        list.search().set(words);
        delay.pass(Duration.ofSeconds(1));
    }

    @Test
    void emptyListSaysHowToStartAChat() {
        assertEquals(
                "No chats yet. Press “New chat” to start one.", list.emptyText().getValue());
    }

    @Test
    void loadingListIsNotCalledEmpty() {
        chat.tell(new ChatState.Progress(false, false, 0, 0));
        assertFalse(list.known().getValue());
        assertEquals("", list.emptyText().getValue());
    }

    @Test
    void emptyListIsReportedAfterLoading() {
        chat.tell(new ChatState.Progress(false, false, 0, 0));
        List<String> said = new ArrayList<>();
        list.emptyText().subscribe(words -> said.add(words));
        chat.tell(new ChatState.Progress(true, true, 0, 0));
        assertEquals(List.of("", "No chats yet. Press “New chat” to start one."), said);
    }

    @Test
    void progressIsShownInNumbers() {
        chat.tell(new ChatState.Progress(false, true, 312, 1040));
        assertEquals("Catching up: 312 of 1,040 messages", list.progress().getValue());
        chat.tell(FakeChat.CAUGHT_UP);
        assertEquals("", list.progress().getValue());
    }

    @Test
    void rowShowsTheLastMessageAndTheUnreadCount() {
        chat.tell(withBob(3, false, bobs(1, "first"), bobs(2, "second\nline")));
        assertEquals("second line", first().preview().text());
        assertEquals(3, first().unread());
    }

    @Test
    void everyKindOfMessageHasAPreview() {
        AConversation group = AConversation.group("g", "Team", FakeChat.BOB);
        ALine picture =
                ALine.bobs(1, "").body(new Body.File("0", "p.jpg", "image/jpeg", 9, new Body.Preview(1, 1, ""), ""));
        assertEquals("Bob: Picture", preview(group.lines(picture.build())).words());
        ALine file = ALine.mine(1, "").body(new Body.File("0", "plan.pdf", "application/pdf", 9, null, ""));
        assertEquals("You: plan.pdf", preview(group.lines(file.build())).words());
        ALine captioned = ALine.bobs(1, "").body(new Body.File("0", "p.jpg", "image/jpeg", 9, null, "the plan"));
        assertEquals("Bob: the plan", preview(group.lines(captioned.build())).words());
        ALine deleted = ALine.bobs(1, "").body(new Body.Deleted());
        assertEquals(Kind.DELETED, preview(group.lines(deleted.build())).kind());
        assertEquals("Bob: This message was deleted", first().preview().words());
        preview(group.lines(
                ALine.groupEvent(1, GroupEventKind.ADDED, null, "a-ada").build()));
        assertEquals("Bob added you", first().preview().words());
    }

    @Test
    void typingPrecedesADraftAndADraftTheLastMessage() {
        AConversation conversation = AConversation.withBob()
                .lines(FakeChat.mine(1, "sent", DeliveryStatus.DELIVERED))
                .draft("not yet\nsent");
        assertEquals(Kind.DRAFT, preview(conversation).kind());
        assertEquals("Draft: not yet sent", first().preview().words());
        assertEquals(Kind.TYPING, preview(conversation.typing("Bob")).kind());
        viewModel.open("c-bob");
        assertEquals(Tick.DELIVERED, preview(conversation.typing()).tick());
    }

    @Test
    void archivedChatIsListedInTheArchive() {
        chat.tell(
                AConversation.withBob().build(),
                AConversation.group("g", "Team").settings(ARCHIVED).unread(2).build());
        assertEquals(List.of("archive of 1", "Bob"), names());
        assertEquals(0, viewModel.unread().getValue());
        list.pick(list.rows().getFirst());
        assertEquals(List.of("Team"), names());
        assertTrue(list.stepBack());
        assertEquals(List.of("archive of 1", "Bob"), names());
    }

    @Test
    void archivingCanBeUndone() {
        chat.tell(AConversation.withBob().build());
        list.actions().archive("c-bob", true);
        assertEquals("saveSettings c-bob " + ARCHIVED, chat.asked.getLast());
        viewModel.toasts().act();
        assertEquals("saveSettings c-bob " + ConversationSettings.DEFAULT, chat.asked.getLast());
        list.actions().archive("c-bob", true);
        delay.pass(Duration.ofSeconds(6));
        assertEquals(null, viewModel.toasts().toast().get());
    }

    @Test
    void muteEndsAfterItsTime() {
        chat.tell(AConversation.withBob().unread(1).build());
        list.actions().mute("c-bob", MuteFor.EIGHT_HOURS);
        ConversationSettings muted = new ConversationSettings(false, false, FakeChat.NOON.plus(Duration.ofHours(8)));
        assertEquals("saveSettings c-bob " + muted, chat.asked.getLast());
        chat.tell(AConversation.withBob().unread(1).settings(muted).build());
        assertTrue(first().keeping().muted());
        assertEquals(0, viewModel.unread().getValue());
        ConversationSettings over = new ConversationSettings(false, false, FakeChat.NOON);
        chat.tell(AConversation.withBob().unread(1).settings(over).build());
        assertFalse(first().keeping().muted());
        assertEquals(1, viewModel.unread().getValue());
    }

    @Test
    void searchFindsChatsAtOnceAndOthersAfterAPause() {
        chat.people.add(NAMESAKE);
        chat.tell(withBob(0, false));
        chat.hits.add(new Chat.Hit("c-bob", bobs(7, "Lunch with the second team, or second breakfast")));
        list.search().set("s");
        list.search().set("se");
        list.search().set("second");
        assertEquals(List.of("(Searching…)"), names());
        delay.pass(Duration.ofSeconds(1));
        assertEquals(List.of("[People]", "Ada the Second", "[Messages]", "Bob #7"), names());
        assertEquals(1, chat.asked.stream().filter(a -> a.startsWith("search")).count());
        search("bo");
        assertEquals(List.of("[Chats]", "Bob", "[Messages]", "Bob #7"), names());
        chat.hits.clear();
        search("nobody at all");
        assertEquals("No results for “nobody at all”.", list.emptyText().getValue());
    }

    @Test
    void searchWordsAreHighlighted() {
        assertEquals(
                List.of(
                        new Piece("The ", false),
                        new Piece("pla", true),
                        new Piece("nt and the ", false),
                        new Piece("pla", true),
                        new Piece("ce", false)),
                Highlight.of("The plant\nand the place", "PLA"));
        List<Piece> far = Highlight.of("x".repeat(100) + " some more words before the needle in it", "needle");
        assertEquals("…", far.getFirst().text());
        assertTrue(far.contains(new Piece("needle", true)), far.toString());
        assertEquals(List.of(new Piece("nothing of it", false)), Highlight.of("nothing of it", "??"));
    }

    @Test
    void searchWordsAreHighlightedHoweverTheyAreSpelled() {
        assertEquals(
                List.of(
                        new Piece("die ", false),
                        new Piece("Straß", true),
                        new Piece("e, ", false),
                        new Piece("Ёл", true),
                        new Piece("ка", false)),
                Highlight.of("die Straße, Ёлка", "strass ел"));
        assertEquals(
                List.of(new Piece("서울", false), new Piece("대학", true), new Piece("교", false)),
                Highlight.of("서울대학교", "대학"));
    }

    @Test
    void foundMessageOpensItsThread() {
        chat.tell(withBob(0, false));
        chat.hits.add(new Chat.Hit("c-bob", bobs(7, "Lunch?")));
        search("lunch");
        list.pick(list.rows().getLast());
        assertEquals("c-bob", viewModel.thread().conversationId().get());
        assertTrue(chat.asked.contains("loadAround c-bob 7"), chat.asked.toString());
    }

    @Test
    void foundPersonOpensAChat() {
        search("bob");
        list.pick(list.rows().getLast());
        assertEquals("c-bob", viewModel.thread().conversationId().get());
        assertEquals(List.of("Bob"), names());
        assertTrue(first().open());
    }

    @Test
    void escapeEndsTheSearchFirst() {
        chat.tell(AConversation.withBob().settings(ARCHIVED).build());
        list.pick(list.rows().getFirst());
        list.search().set("b");
        assertTrue(list.stepBack());
        assertTrue(list.archive().get());
        assertTrue(list.stepBack());
        assertFalse(list.archive().get());
        assertFalse(list.stepBack());
    }

    @Test
    void keyboardMovesFromChatToChat() {
        chat.tell(withBob(0, false), AConversation.group("g", "Team").build());
        viewModel.openNeighbour(1);
        assertEquals("c-bob", viewModel.thread().conversationId().get());
        viewModel.openNeighbour(1);
        assertEquals("g", viewModel.thread().conversationId().get());
        viewModel.openNeighbour(1);
        assertEquals("g", viewModel.thread().conversationId().get());
        viewModel.openPlace(0);
        assertEquals("c-bob", viewModel.thread().conversationId().get());
    }

    @Test
    void onlyTheChangedOneOfAThousandChatsIsLaidOutAgain() {
        List<ConversationView> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(AConversation.group("g" + i, "Group " + i).build());
        }
        chat.tell(many.toArray(ConversationView[]::new));
        List<ListRow> before = List.copyOf(list.rows());
        List<Integer> changes = new ArrayList<>();
        list.rows().addListener((javafx.collections.ListChangeListener<ListRow>) change -> {
            while (change.next()) {
                changes.add(change.getFrom());
            }
        });
        ConversationView said =
                AConversation.group("g700", "Group 700").unread(1).build();
        many.remove(700);
        many.addFirst(said);
        chat.tell(new ChatState(FakeChat.ADA, List.copyOf(many), Map.of(), FakeChat.CAUGHT_UP));
        assertEquals("Group 700", first().title());
        assertEquals(List.of(700, 0), changes, "one row is taken out, one is put in");
        assertSame(before.get(0), list.rows().get(1));
    }

    @Test
    void invitationsAreListedAboveTheChatsAndCanBeAccepted() {
        GroupInvitation asked = new GroupInvitation(
                "g",
                new ConversationSummary.Group("Tea", null),
                FakeChat.BOB,
                3,
                Instant.parse("2026-01-02T03:04:05Z"));
        chat.tell(new ChatState(
                FakeChat.ADA,
                List.of(FakeChat.withBob(0, false)),
                Map.of(),
                FakeChat.CAUGHT_UP,
                false,
                List.of(asked)));
        assertEquals(2, list.rows().size());
        ListRow.Invitation row =
                assertInstanceOf(ListRow.Invitation.class, list.rows().getFirst());
        assertEquals("Bob invites you to “Tea”", row.words());
        assertEquals("3 people", row.size());
        list.answer(row, false);
        assertTrue(chat.asked.contains("decline g"));
        list.pick(row);
        assertTrue(chat.asked.contains("accept g"));
    }

    @Test
    void readOnlyDeviceShowsNoInvitations() {
        GroupInvitation asked = new GroupInvitation(
                "g",
                new ConversationSummary.Group("Tea", null),
                FakeChat.BOB,
                3,
                Instant.parse("2026-01-02T03:04:05Z"));
        chat.tell(new ChatState(FakeChat.ADA, List.of(), Map.of(), FakeChat.CAUGHT_UP, true, List.of(asked)));
        assertEquals(List.of(), list.rows());
    }

    @Test
    void readOnlyDeviceOffersNothingThatTheServerRefuses() {
        chat.people.add(NAMESAKE);
        chat.tell(new ChatState(FakeChat.ADA, List.of(), Map.of(), FakeChat.CAUGHT_UP, true));
        assertEquals("No chats yet. Start one on your phone.", list.emptyText().getValue());
        assertFalse(list.startable().getValue());
        list.search().set("second");
        delay.pass(Duration.ofSeconds(1));
        assertEquals(
                List.of(), names().stream().filter("Ada the Second"::equals).toList());

        list.search().set("");
        chat.tell(new ChatState(FakeChat.ADA, List.of(withBob(0, false)), Map.of(), FakeChat.CAUGHT_UP, true));
        chat.asked.clear();
        list.actions().togglePinned("c-bob");
        assertEquals(List.of(), chat.asked);
        assertTrue(viewModel.toasts().toast().get().words().contains("read-only"));
    }
}
