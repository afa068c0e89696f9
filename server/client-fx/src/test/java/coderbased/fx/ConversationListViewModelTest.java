package coderbased.fx;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.withBob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.protocol.Contact;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationListViewModelTest {

    private static final Contact NAMESAKE = new Contact("a-ada2", "ada2", "Ada the Second");

    private final FakeChat chat = new FakeChat();
    private final ChatViewModel viewModel =
            new ChatViewModel(chat, Runnable::run, Clock.fixed(FakeChat.NOON, ZoneOffset.UTC));
    private final ConversationListViewModel list = viewModel.list();

    private List<String> names() {
        return list.rows().stream()
                .map(row -> switch (row) {
                    case ListRow.Heading heading -> "[" + heading.label() + "]";
                    case ListRow.Conversation conversation -> conversation.title();
                    case ListRow.Person person -> person.name();
                })
                .toList();
    }

    @Test
    void withoutChatsItSaysHowToBeginOne() {
        assertEquals(
                "No chats yet. Press “New chat” to write to somebody.",
                list.emptyText().getValue());
    }

    @Test
    void aRowShowsTheLastWordsAndWhatIsUnread() {
        chat.tell(withBob(3, false, bobs(1, "first"), bobs(2, "second\nline")));
        ListRow.Conversation row =
                assertInstanceOf(ListRow.Conversation.class, list.rows().getFirst());
        assertEquals("second line", row.preview());
        assertEquals(3, row.unread());
    }

    @Test
    void theSearchAlsoFindsPeopleWithoutAChat() {
        chat.people.addFirst(NAMESAKE);
        chat.tell(withBob(0, false));
        list.search().set("SECOND");
        assertEquals(List.of("[Begin a chat]", "Ada the Second"), names());
        list.search().set("bo");
        assertEquals(List.of("Bob"), names());
        list.search().set("nobody at all");
        assertEquals("Nobody found for “nobody at all”.", list.emptyText().getValue());
    }

    @Test
    void aNewChatOpensTheThreadAndLeavesTheListOfPeople() {
        list.beginNewChat();
        assertEquals(List.of("[People on this server]", "Bob"), names());
        list.pick(list.rows().getLast());
        assertEquals("c-bob", viewModel.thread().conversationId().get());
        assertEquals(List.of("Bob"), names());
        assertEquals(true, ((ListRow.Conversation) list.rows().getFirst()).open());
    }

    @Test
    void escapeEndsTheSearchFirst() {
        list.beginNewChat();
        list.search().set("b");
        list.stepBack();
        assertEquals(true, list.newChat().get());
        list.stepBack();
        assertEquals(false, list.newChat().get());
    }
}
