package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import coderbased.protocol.CloseCode;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of a group as its members are told them. */
final class GroupTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes().with(Clock.systemUTC());

    private TestPerson ada;
    private TestPerson bob;
    private TestPerson cleo;
    private TestDevice adas;
    private TestDevice bobs;
    private TestDevice cleos;
    private String group;

    @BeforeEach
    void adaMakesAGroupWithBob() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        cleo = nodes.signUp("cleo");
        adas = ada.live(nodes.one);
        bobs = bob.live(nodes.one);
        cleos = cleo.live(nodes.one);
        adas.say(new CreateGroup("new", "Tea", List.of(bob.id())));
        group = adas.next(Opened.class).conversation().id();
    }

    @AfterEach
    void hangUp() {
        adas.close();
        bobs.close();
        cleos.close();
    }

    @Test
    void everyMemberIsToldOfANewGroup() throws Exception {
        ConversationSummary heard = bobs.next(ConversationChanged.class).conversation();
        assertEquals(group, heard.id());
        assertEquals("Tea", heard.group().name());
        assertEquals(Set.of(ada.handle(), bob.handle()), handles(heard));
        assertEquals(
                new GroupEvent(GroupEventKind.CREATED, List.of(bob.id()), "Tea"),
                heard.last().body());
    }

    @Test
    void aRepeatedGroupRequestCreatesOneGroup() throws Exception {
        bobs.next(ConversationChanged.class);
        adas.say(new ChangeGroup("rename", group, new GroupChange.Rename("Coffee")));
        adas.next(Done.class);
        adas.close();
        adas = ada.live(nodes.one);
        adas.say(new CreateGroup("new", "Tea", List.of(bob.id())));
        ConversationSummary again = adas.next(Opened.class).conversation();
        assertEquals(group, again.id());
        assertEquals("Coffee", again.group().name(), "it stands as it is by now");
        adas.say(new ChangeGroup("rename", group, new GroupChange.Rename("Coffee")));
        adas.say(new ChangeGroup("back", group, new GroupChange.Rename("Tea")));
        adas.say(new ChangeGroup("rename", group, new GroupChange.Rename("Coffee")));
        for (String name : List.of("rename", "back", "rename")) {
            assertEquals(new Done(name, 0), adas.next(Done.class));
        }
        String name = nameThatBobHears();
        while (name.equals("Coffee")) {
            name = nameThatBobHears();
        }
        assertEquals("Tea", name);
        assertTrue(bobs.unheard().stream().noneMatch(frame -> frame.contains("Coffee")), "an older name came back");
    }

    @Test
    void aGroupThatItsCreatorLeftIsNotCreatedAgain() throws Exception {
        change(new GroupChange.Leave());
        adas.say(new CreateGroup("new", "Tea", List.of(bob.id())));
        assertEquals(
                ErrorCode.NOT_FOUND, adas.next(RequestFailed.class).problem().code());
    }

    @Test
    void aChangeIsToldAsAnEventAndThenAsTheGroup() throws Exception {
        change(new GroupChange.Rename("Coffee"));
        MessageChanged told = bobs.next(MessageChanged.class);
        assertEquals(
                new GroupEvent(GroupEventKind.RENAMED, List.of(), "Coffee"),
                told.message().body());
        assertEquals(
                "Coffee",
                bobs.next(ConversationChanged.class).conversation().group().name());
    }

    @Test
    void anAddedMemberIsToldAndSeesNothingEarlier() throws Exception {
        adas.say(text("m", group, "before cleo"));
        adas.next(Stored.class);
        change(new GroupChange.Add(List.of(cleo.id())));
        ConversationSummary heard = cleos.next(ConversationChanged.class).conversation();
        assertEquals(3, heard.firstSeq());
        assertEquals(3, heard.lastSeq());
        cleos.say(new GetHistory("h", group, Side.AROUND, 1));
        HistoryPage page = cleos.next(HistoryPage.class);
        assertEquals(List.of(heard.last()), page.messages());
        assertTrue(!page.older() && !page.newer());
        adas.say(text("m2", group, "welcome"));
        assertEquals(4, cleos.next(MessageChanged.class).message().seq());
    }

    @Test
    void aRemovedMemberIsToldAndHearsNothingMore() throws Exception {
        change(new GroupChange.Remove(bob.id()));
        assertEquals(new ConversationGone(group), bobs.next(ConversationGone.class));
        adas.say(text("m", group, "bob is gone"));
        adas.next(Stored.class);
        bobs.say(new GetHistory("h", group, Side.BEFORE, 99));
        assertEquals(new RequestFailed("h", ProblemReason.CONVERSATION_UNKNOWN.problem()), bobs.next());
    }

    @Test
    void aLeavingAdminIsReplacedByTheOtherMember() throws Exception {
        change(new GroupChange.Leave());
        adas.next(ConversationGone.class);
        ConversationSummary left = null;
        while (left == null || left.members().size() > 1) {
            left = bobs.next(ConversationChanged.class).conversation();
        }
        assertTrue(left.members().getFirst().admin());
        assertEquals(Set.of(ada.handle(), bob.handle()), handles(left), "what ada said still has a name");
    }

    @Test
    void aDeletedAccountLeavesItsGroups() throws Exception {
        bobs.next(ConversationChanged.class);
        ada.deleteAccount(nodes);
        ConversationSummary left = bobs.next(ConversationChanged.class).conversation();
        assertEquals(
                List.of(bob.id()),
                left.members().stream().map(Member::accountId).toList());
        assertTrue(left.members().getFirst().admin());
        assertTrue(left.people().contains(new Contact(ada.id(), ada.handle(), "Deleted account")));
        assertNotNull(left.departed(), "the markers of those who left");
    }

    @Test
    void refusedGroupRequestsGetAReason() throws Exception {
        bobs.say(new ChangeGroup("r", group, new GroupChange.Rename("Bob's")));
        assertEquals(
                ErrorCode.NOT_ALLOWED, bobs.next(RequestFailed.class).problem().code());
        cleos.say(new ChangeGroup("r", group, new GroupChange.Rename("Cleo's")));
        cleos.say(new ChangeGroup("r", "no-such", new GroupChange.Rename("Cleo's")));
        assertEquals(cleos.next(RequestFailed.class), cleos.next(RequestFailed.class));
        adas.say(new ChangeGroup("r", group, new GroupChange.Add(List.of(cleo.id(), "nobody"))));
        assertEquals(
                ErrorCode.NOT_FOUND, adas.next(RequestFailed.class).problem().code());
        adas.say(new ChangeGroup("r", group, new GroupChange.SetPicture("ab".repeat(32))));
        assertEquals(
                ErrorCode.NOT_FOUND, adas.next(RequestFailed.class).problem().code());
        adas.say(new CreateGroup("c", "Nobody", List.of("nobody")));
        assertEquals(
                ErrorCode.NOT_FOUND, adas.next(RequestFailed.class).problem().code());
        List<String> tooMany = IntStream.range(0, Protocol.MAX_MEMBERS + 1)
                .mapToObj(i -> bob.id())
                .toList();
        adas.say(new CreateGroup("c", "Many", tooMany));
        assertEquals(ErrorCode.TOO_BIG, adas.next(RequestFailed.class).problem().code());
        adas.sayRaw("{\"type\":\"create-group\",\"requestId\":\"c\",\"name\":\"x\",\"accountIds\":[null]}");
        assertEquals(CloseCode.BAD_MESSAGE.number(), adas.closeCode("null is nobody"));
    }

    private String nameThatBobHears() throws Exception {
        return bobs.next(ConversationChanged.class).conversation().group().name();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two\nlines",
                "bell\u0007",
                "\u2028",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anUnreadableNameIsRefused(String name) throws Exception {
        adas.say(new ChangeGroup("r", group, new GroupChange.Rename(name)));
        RequestFailed refused = adas.next(RequestFailed.class);
        assertEquals(ErrorCode.BAD_REQUEST, refused.problem().code());
        assertNotNull(refused.problem().message());
    }

    @Test
    void aNameOfFullLengthReturnsUnchanged() throws Exception {
        String name = "👩‍🔬".repeat(21) + "é";
        change(new GroupChange.Rename(name));
        assertEquals(
                name,
                bobs.next(MessageChanged.class).message().body() instanceof GroupEvent event
                        ? event.name()
                        : "no event");
    }

    @Test
    void typingIsToldToTheOtherMembersOnly() throws Exception {
        TestDevice second = ada.secondPhone(nodes).live(nodes.one);
        adas.say(text("written", group, "written"));
        adas.next(Stored.class);
        cleos.say(new Typing(group, true));
        adas.say(new Typing(group, true));
        adas.say(new Typing(group, false));
        assertEquals(new TypingChanged(group, ada.id(), true), bobs.next(TypingChanged.class));
        assertEquals(new TypingChanged(group, ada.id(), false), bobs.next(TypingChanged.class));
        adas.say(text("m", group, "typed"));
        second.next(MessageChanged.class);
        assertTrue(second.unheard().stream().noneMatch(frame -> frame.contains("\"typing\"")));
        second.close();
    }

    private void change(GroupChange change) throws Exception {
        // Whatever was heard of the group's beginning is passed over.
        bobs.next(ConversationChanged.class);
        adas.say(new ChangeGroup("change", group, change));
        assertEquals(new Done("change", 0), adas.next(Done.class));
    }

    private static Set<String> handles(ConversationSummary summary) {
        return summary.people().stream().map(Contact::handle).collect(Collectors.toSet());
    }
}
