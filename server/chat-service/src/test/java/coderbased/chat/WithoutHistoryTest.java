package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GroupChange;
import coderbased.protocol.LinkChoices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A desktop linked without history sees nothing from before its link, whatever happens to its account meanwhile. */
final class WithoutHistoryTest extends TwoPeopleTests {

    private static final LinkChoices WITHOUT_HISTORY = new LinkChoices(null, false, true);

    @Test
    void aReturningAccountIsShownNoOldQuote() throws Exception {
        String group = groupOfBobAndAda();
        long old = say(bobs, group, "old");
        TestPerson linked = ada.linked(nodes, WITHOUT_HISTORY);
        change(adas, group, new GroupChange.Leave());
        var desktop = linked.live(nodes.one);
        for (Side side : Side.values()) {
            desktop.say(new GetHistory("h", group, side, old));
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    desktop.next(RequestFailed.class).problem().code());
        }

        change(bobs, group, new GroupChange.Add(List.of(ada.id())));
        bobs.say(new Send("answer", group, new Body.Text("as I said"), old, false));
        ChatMessage heard = heardText(desktop);
        assertEquals(new Body.Text("as I said"), heard.body());
        assertNull(heard.quote());
        assertNull(lastOf(desktop, group).quote());
    }

    @Test
    void aGroupJoinedAfterTheLinkShowsNoOldQuotes() throws Exception {
        bobs.say(new CreateGroup("group", "Old", List.of()));
        String group = bobs.next(Opened.class).conversation().id();
        long old = say(bobs, group, "old");
        TestPerson linked = ada.linked(nodes, WITHOUT_HISTORY);
        var desktop = linked.live(nodes.one);
        change(bobs, group, new GroupChange.Add(List.of(ada.id())));
        bobs.say(new Send("answer", group, new Body.Text("as I said"), old, false));
        assertNull(heardText(desktop).quote());
        assertNull(lastOf(desktop, group).quote());
        assertNull(summary(overviewOf(linked), group).last().quote());
    }

    @Test
    void aQuoteFromAfterTheLinkIsShown() throws Exception {
        say(bobs, conversation, "old");
        var desktop = ada.linked(nodes, WITHOUT_HISTORY).live(nodes.one);
        long fresh = say(bobs, conversation, "fresh");
        heardText(desktop);
        bobs.say(new Send("answer", conversation, new Body.Text("again"), fresh, false));
        assertNotNull(heardText(desktop).quote());
    }

    @Test
    void aDraftFromBeforeTheLinkStaysHidden() throws Exception {
        TestDevice second = ada.secondPhone(nodes).live(nodes.one);
        saveDraft(second, "an old secret");
        TestPerson linked = ada.linked(nodes, WITHOUT_HISTORY);
        assertEquals("", summary(overviewOf(linked), conversation).draft());
        var desktop = linked.live(nodes.one);

        saveDraft(second, "an old secret, going on");
        saveDraft(second, "");
        saveDraft(second, "new");
        String told = desktop.next(Drafted.class).text();
        while (told.isEmpty()) {
            told = desktop.next(Drafted.class).text();
        }
        assertEquals("new", told);
        assertEquals("new", summary(overviewOf(linked), conversation).draft());
        second.close();
    }

    @Test
    void aHiddenDraftIsNotReplaced() throws Exception {
        TestDevice second = ada.secondPhone(nodes).live(nodes.one);
        saveDraft(second, "an old secret");
        TestPerson linked = ada.linked(nodes, WITHOUT_HISTORY);
        var desktop = linked.live(nodes.one);
        desktop.say(new SaveDraft(conversation, "typed there"));
        desktop.say(new SaveDraft(conversation, ""));
        desktop.say(text("m", conversation, "said there"));
        desktop.next(Stored.class);
        assertEquals("an old secret", summary(overviewOf(ada), conversation).draft());
        second.close();
    }

    @Test
    void hiddenMessagesLookUnknown() throws Exception {
        long old = say(adas, conversation, "mine");
        var desktop = ada.linked(nodes, WITHOUT_HISTORY).live(nodes.one);
        for (ChatClientMessage write : List.of(
                new ChatClientMessage.Edit("edit", conversation, old, "other"),
                new ChatClientMessage.Delete("delete", conversation, old),
                new ChatClientMessage.React("react", conversation, old, "👍"))) {
            desktop.say(write);
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    desktop.next(RequestFailed.class).problem().code(),
                    write.toString());
        }
        desktop.say(new Send("answer", conversation, new Body.Text("blind"), old, false));
        assertEquals(
                ErrorCode.NOT_FOUND, desktop.next(SendRefused.class).problem().code());
        adas.say(new GetHistory("h", conversation, Side.BEFORE, Long.MAX_VALUE));
        List<ChatMessage> stored = adas.next(HistoryPage.class).messages();
        assertEquals(
                List.of(new Body.Text("mine")),
                stored.stream().map(ChatMessage::body).toList());
        assertTrue(stored.getFirst().reactions().isEmpty());
    }

    private String groupOfBobAndAda() throws Exception {
        bobs.say(new CreateGroup("group", "Two", List.of(ada.id())));
        return bobs.next(Opened.class).conversation().id();
    }

    private static long say(TestDevice socket, String place, String words) throws Exception {
        socket.say(text(words, place, words));
        return socket.next(Stored.class).seq();
    }

    private static void change(TestDevice socket, String group, GroupChange change) throws Exception {
        socket.say(new ChangeGroup(change.getClass().getSimpleName(), group, change));
        socket.next(Done.class);
    }

    /** Stored when this returns: the answer to the next question comes after it. */
    private void saveDraft(TestDevice socket, String draft) throws Exception {
        socket.say(new SaveDraft(conversation, draft));
        assertEquals(new Drafted(conversation, draft), adas.next(Drafted.class));
    }

    private static ChatMessage heardText(TestDevice socket) throws Exception {
        ChatMessage heard = socket.next(MessageChanged.class).message();
        while (!(heard.body() instanceof Body.Text)) {
            heard = socket.next(MessageChanged.class).message();
        }
        return heard;
    }

    private static ChatMessage lastOf(TestDevice socket, String place) throws Exception {
        socket.say(new GetHistory("last", place, Side.BEFORE, Long.MAX_VALUE));
        return socket.next(HistoryPage.class).messages().getLast();
    }

    private Overview overviewOf(TestPerson device) throws Exception {
        try (var again = device.connect(nodes.one)) {
            again.say(new Resume(Map.of()));
            return again.next(Overview.class);
        }
    }

    private static ConversationSummary summary(Overview overview, String place) {
        return overview.conversations().stream()
                .filter(conversation -> conversation.id().equals(place))
                .findFirst()
                .orElseThrow();
    }
}
