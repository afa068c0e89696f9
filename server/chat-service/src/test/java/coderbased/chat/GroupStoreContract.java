package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.ChatWrite.MoveMarkers;
import coderbased.chat.ChatWrite.Once;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.React;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.ChatWritten.Changed;
import coderbased.chat.ChatWritten.GroupChanged;
import coderbased.chat.ChatWritten.Hearers;
import coderbased.chat.ChatWritten.Made;
import coderbased.chat.ChatWritten.Opened;
import coderbased.chat.ChatWritten.Refused;
import coderbased.chat.ChatWritten.Stored;
import coderbased.chat.ChatWritten.Unchanged;
import coderbased.protocol.Body;
import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary.Departed;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GroupChange.Add;
import coderbased.protocol.GroupChange.Leave;
import coderbased.protocol.GroupChange.Remove;
import coderbased.protocol.GroupChange.Rename;
import coderbased.protocol.GroupChange.SetAdmin;
import coderbased.protocol.GroupChange.SetPicture;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.MemberReceipt;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every {@link ChatStore} for groups. A store's own test says how to open one. */
public abstract class GroupStoreContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String GROUP = "g1";

    private ChatStore store;
    private int minute;

    /** A store with nothing in it. */
    protected abstract ChatStore openStore() throws Exception;

    @BeforeEach
    void adaMakesAGroupWithBobAndCleo() throws Exception {
        store = openStore();
        Made made = assertInstanceOf(
                Made.class, commit(new CreateGroup(GROUP, "ada", "Tea", List.of("bob", "cleo", "ada"))));
        assertEquals(Set.of("ada", "bob", "cleo"), made.seenBy().keySet());
    }

    @Test
    void membersReadMessagesSinceTheyJoined() {
        assertEquals(Set.of(), store.readersOf(GROUP, "bob"));
        assertEquals(Set.of(), store.readersOf(GROUP, "ada"), "events are not written by anybody");
        commit(new Send(GROUP, "bob", "1", new Body.Text("early"), null, false));
        commit(new ChangeGroup(GROUP, "ada", new Add(List.of("eve"))));
        assertEquals(Set.of("ada", "cleo"), store.readersOf(GROUP, "bob"));
        assertEquals(Set.of(), store.writersTo("eve", Set.of("ada", "bob", "cleo", "eve")));
        assertEquals(Set.of("bob"), store.writersTo("cleo", Set.of("ada", "bob", "cleo", "eve")));
        commit(new Send(GROUP, "bob", "2", new Body.Text("late"), null, false));
        assertEquals(Set.of("ada", "cleo", "eve"), store.readersOf(GROUP, "bob"));
        assertEquals(Set.of("bob"), store.writersTo("eve", Set.of("ada", "bob", "cleo", "eve")));
        commit(new ChangeGroup(GROUP, "bob", new Leave()));
        assertEquals(Set.of(), store.readersOf(GROUP, "bob"));
        assertEquals(Set.of(), store.writersTo("eve", Set.of("ada", "bob", "cleo", "eve")));
    }

    @Test
    void aGroupRequestedTwiceUnderOneNameIsCreatedOnce() {
        Made made = assertInstanceOf(
                Made.class, commit(new Once("ada", "n", new CreateGroup("one", "ada", "One", List.of("bob")))));
        Opened again = assertInstanceOf(
                Opened.class, commit(new Once("ada", "n", new CreateGroup("another", "ada", "One", List.of("bob")))));
        assertEquals(made.seenBy().get("ada"), again.conversation());
        assertInstanceOf(
                Made.class, commit(new Once("bob", "n", new CreateGroup("bobs", "bob", "One", List.of("ada")))));
    }

    @Test
    void aGroupBeginsWithItsCreationEvent() {
        Conversation seen = seenBy("bob");
        assertEquals(new Group("Tea", null), seen.group());
        assertEquals(
                List.of(new Member("ada", true, 1, 1), new Member("bob", false, 0, 0), new Member("cleo", false, 0, 0)),
                seen.members());
        ChatMessage event = seen.last();
        assertEquals(new GroupEvent(GroupEventKind.CREATED, List.of("bob", "cleo"), "Tea"), event.body());
        assertEquals("ada", event.senderId());
        assertEquals(1, event.seq());
        assertEquals(1, event.rev());
    }

    @Test
    void onlyAdminsChangeAGroupAndOnlyMembersLeaveIt() {
        for (GroupChange change : List.of(
                new Rename("Mine"),
                new SetPicture(null),
                new Add(List.of("eve")),
                new Remove("cleo"),
                new SetAdmin("bob", true))) {
            assertEquals(new Refused(RefusalReason.NOT_ADMIN), change("bob", change));
            assertEquals(new Refused(RefusalReason.NO_CONVERSATION), change("eve", change));
        }
        assertEquals(new Refused(RefusalReason.NO_CONVERSATION), change("eve", new Leave()));
        assertEquals(
                new Refused(RefusalReason.NO_CONVERSATION), commit(new ChangeGroup("no-such", "ada", new Rename("x"))));
    }

    @Test
    void aConversationOfTwoIsNotAGroup() {
        commit(new OpenDirect("c1", "ada", "bob"));
        for (GroupChange change : List.of(new Rename("x"), new Leave(), new Add(List.of("cleo")), new Remove("bob"))) {
            assertEquals(new Refused(RefusalReason.NO_GROUP), commit(new ChangeGroup("c1", "ada", change)));
        }
    }

    @Test
    void nameAndPictureChangesAreGroupEvents() {
        GroupChanged renamed = done("ada", new Rename("Coffee"));
        assertEquals(Set.of("ada", "bob", "cleo"), renamed.hearers());
        assertEquals(
                new GroupEvent(GroupEventKind.RENAMED, List.of(), "Coffee"),
                only(renamed).body());
        assertEquals(2, only(renamed).seq());
        assertEquals(new Unchanged(), change("ada", new Rename("Coffee")));
        assertEquals(GroupEventKind.PICTURE_CHANGED, kind(done("ada", new SetPicture("ab".repeat(32)))));
        assertEquals(new Group("Coffee", "ab".repeat(32)), seenBy("cleo").group());
        done("ada", new SetPicture(null));
        assertNull(seenBy("cleo").group().pictureSha256());
        assertEquals(new Unchanged(), change("ada", new SetPicture(null)));
    }

    @Test
    void aLaterMemberSeesNoEarlierMessages() {
        say("ada", "secret");
        GroupChanged added = done("ada", new Add(List.of("eve", "bob", "eve")));
        assertEquals(
                new GroupEvent(GroupEventKind.ADDED, List.of("eve"), null),
                only(added).body());
        assertEquals(Set.of("ada", "bob", "cleo"), added.hearers(), "who is new sees the event in the conversation");
        assertEquals(Set.of("ada", "bob", "cleo", "eve"), added.seenBy().keySet());
        say("bob", "welcome");

        assertEquals(3, seenBy("eve").own().firstSeq());
        assertEquals(List.of(3L, 4L), history("eve"));
        assertEquals(List.of(3L, 4L), seqs(store.changed(GROUP, "eve", 0, 100)));
        assertEquals(2, store.countChanged(GROUP, "eve", 0));
        assertEquals(List.of(), store.search("eve", new SearchTerms(List.of("secret"), null, null), 10));
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(new React(GROUP, "eve", 2, "👍")));
        Send quoting = new Send(GROUP, "eve", "q", new Body.Text("what?"), 2L, false);
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(quoting));
        assertEquals(new Member("eve", false, 2, 2), member("eve"));
    }

    @Test
    void aLaterMemberIsNotToldOfEarlierMessagesChanges() {
        say("ada", "before");
        done("ada", new Add(List.of("eve")));
        Changed changed = assertInstanceOf(Changed.class, commit(new Edit(GROUP, "ada", 2, "still before")));
        assertEquals(Hearers.alike(Set.of("ada", "bob", "cleo")), changed.hearers());
        assertEquals(List.of(), seqs(store.changed(GROUP, "eve", 3, 100)));
    }

    @Test
    void aRemovedMemberHearsAndSeesNothingMore() {
        commit(new SaveDraft(GROUP, "bob", "s", "half a word"));
        GroupChanged removed = done("ada", new Remove("bob"));
        assertEquals(
                new GroupEvent(GroupEventKind.REMOVED, List.of("bob"), null),
                only(removed).body());
        assertEquals(Set.of("bob"), removed.gone());
        assertEquals(Set.of("ada", "cleo"), removed.hearers());
        assertEquals(List.of("bob"), seenBy("ada").former());
        assertEquals(List.of(), store.conversationsOf("bob"));
        assertEquals(List.of(), store.changed(GROUP, "bob", 0, 100));
        assertEquals(Set.of(), store.companions("bob"));
        assertEquals(new Refused(RefusalReason.NO_CONVERSATION), commit(new MoveMarkers(GROUP, "bob", 1, 1)));
        Stored later = say("ada", "finally");
        assertEquals(Hearers.alike(Set.of("ada", "cleo")), later.hearers());
        assertEquals(new Refused(RefusalReason.NO_PERSON), change("ada", new Remove("bob")));
    }

    @Test
    void markersOfFormerMembersStayAsTheyStood() {
        say("ada", "for everybody");
        commit(new MoveMarkers(GROUP, "bob", 2, 2));
        commit(new MoveMarkers(GROUP, "cleo", 2, 0));
        GroupChanged left = done("bob", new Leave());
        Departed bob = new Departed(2, 2, 2);
        assertEquals(List.of(bob), left.seenBy().get("ada").departed());
        Instant bobs = NOW.plusSeconds(60L * (minute - 3));
        assertEquals(
                List.of(
                        new MemberReceipt("bob", false, true, true, bobs, bobs),
                        new MemberReceipt("cleo", true, true, false, bobs.plusSeconds(60), null)),
                store.receipts(GROUP, "ada", 2));
        Stored alone = say("ada", "for Cleo alone");
        assertEquals(
                List.of("cleo"),
                store.receipts(GROUP, "ada", alone.message().seq()).stream()
                        .map(MemberReceipt::accountId)
                        .toList());
        GroupChanged removed = done("ada", new Remove("cleo"));
        assertEquals(
                Set.of(bob, new Departed(4, 2, 0)),
                Set.copyOf(removed.seenBy().get("ada").departed()));
        done("ada", new Add(List.of("bob", "eve")));
        assertEquals(List.of(new Departed(4, 2, 0)), seenBy("ada").departed());
        assertEquals(List.of(new Departed(4, 2, 0)), seenBy("ada").summary().departed());
        assertNull(seenBy("eve").summary().departed(), "it is of messages that Eve does not see");
    }

    @Test
    void aReturningMemberDoesNotSeeWhatTheyMissed() {
        done("ada", new SetAdmin("bob", true));
        done("ada", new Remove("bob"));
        say("ada", "while bob is away");
        done("ada", new Add(List.of("bob")));
        assertEquals(5, seenBy("bob").own().firstSeq());
        assertEquals(List.of(5L), history("bob"));
        assertEquals(new Member("bob", false, 4, 4), member("bob"));
        assertEquals(List.of(), seenBy("ada").former());
        assertEquals("", seenBy("bob").own().draft());
    }

    @Test
    void theLongestMemberReplacesALeavingLastAdmin() {
        done("ada", new Add(List.of("eve")));
        done("ada", new Remove("bob"));
        done("ada", new Add(List.of("bob")));
        GroupChanged left = done("ada", new Leave());
        assertEquals(
                List.of(
                        new GroupEvent(GroupEventKind.LEFT, List.of("ada"), null),
                        new GroupEvent(GroupEventKind.ADMIN_MADE, List.of("cleo"), null)),
                left.events().stream().map(ChatMessage::body).toList());
        assertEquals(Set.of("ada"), left.gone());
        assertTrue(member("cleo").admin());
        assertEquals(1, kindsOf(done("bob", new Leave())).size(), "cleo is still there");
        done("cleo", new Leave());
        GroupChanged last = done("eve", new Leave());
        assertEquals(Set.of(), last.seenBy().keySet());
    }

    @Test
    void theLongestMemberIsKnownThoughTheClockWentBack() {
        Instant earlier = NOW.minusSeconds(3_600);
        store.commit(List.of(new ChangeGroup(GROUP, "ada", new Add(List.of("eve")))), earlier);
        GroupChanged left = (GroupChanged) store.commit(List.of(new ChangeGroup(GROUP, "ada", new Leave())), earlier)
                .getFirst();
        assertEquals(
                new GroupEvent(GroupEventKind.ADMIN_MADE, List.of("bob"), null),
                left.events().getLast().body());
        List<ChatMessage> all =
                store.history(GROUP, "bob", Side.AFTER, 0, 10).orElseThrow().messages();
        assertEquals(4, all.size());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(!all.get(i).sentAt().isBefore(all.get(i - 1).sentAt()), all.toString());
        }
    }

    @Test
    void anInvisibleQuoteIsNotShown() {
        say("ada", "before");
        done("ada", new Add(List.of("eve")));
        Stored answer = assertInstanceOf(
                Stored.class, commit(new Send(GROUP, "bob", "answer", new Body.Text("before is fine"), 2L, false)));
        assertEquals(new Hearers(Set.of("ada", "bob", "cleo"), Set.of("eve")), answer.hearers());
        Changed changed = assertInstanceOf(Changed.class, commit(new React(GROUP, "cleo", 4, "👍")));
        assertEquals(answer.hearers(), changed.hearers());
        for (String reader : List.of("ada", "eve")) {
            boolean sees = reader.equals("ada");
            List<ChatMessage> everywhere = new ArrayList<>(store.changed(GROUP, reader, 3, 100));
            everywhere.add(seenBy(reader).last());
            everywhere.addAll(store.search(reader, new SearchTerms(List.of("fine"), null, null), 10));
            for (Side side : Side.values()) {
                long seq = side == Side.AFTER ? 3 : side == Side.AROUND ? 4 : 5;
                everywhere.add(store.history(GROUP, reader, side, seq, 10)
                        .orElseThrow()
                        .messages()
                        .getLast());
            }
            assertEquals(6, everywhere.size());
            everywhere.forEach(message -> assertEquals(sees, message.quote() != null, reader));
        }
    }

    @Test
    void anAdminMayRemoveThemselves() {
        GroupChanged left = done("ada", new Remove("ada"));
        assertEquals(List.of(GroupEventKind.LEFT, GroupEventKind.ADMIN_MADE), kindsOf(left));
    }

    @Test
    void aGroupAlwaysHasAnAdmin() {
        assertEquals(new Refused(RefusalReason.LAST_ADMIN), change("ada", new SetAdmin("ada", false)));
        assertEquals(GroupEventKind.ADMIN_MADE, kind(done("ada", new SetAdmin("bob", true))));
        assertEquals(new Unchanged(), change("ada", new SetAdmin("bob", true)));
        assertEquals(GroupEventKind.ADMIN_UNMADE, kind(done("bob", new SetAdmin("ada", false))));
        assertEquals(new Refused(RefusalReason.NO_PERSON), change("bob", new SetAdmin("eve", true)));
    }

    @Test
    void groupSizeIsLimited() {
        List<String> many = IntStream.range(0, Protocol.MAX_MEMBERS - 3)
                .mapToObj(i -> "p" + i)
                .toList();
        assertEquals(Protocol.MAX_MEMBERS, done("ada", new Add(many)).seenBy().size());
        assertEquals(new Refused(RefusalReason.GROUP_FULL), change("ada", new Add(List.of("eve"))));
        List<String> tooMany =
                IntStream.range(0, Protocol.MAX_MEMBERS).mapToObj(i -> "p" + i).toList();
        assertEquals(new Refused(RefusalReason.GROUP_FULL), commit(new CreateGroup("g2", "ada", "Big", tooMany)));
        List<ChatWrite> comeAndGo = new ArrayList<>();
        for (int i = 0; i < Protocol.MAX_MEMBERS; i++) {
            comeAndGo.add(new ChangeGroup(GROUP, "ada", new Remove("p" + (i == 0 ? "0" : "x" + (i - 1)))));
            comeAndGo.add(new ChangeGroup(GROUP, "ada", new Add(List.of("px" + i))));
        }
        assertTrue(store.commit(comeAndGo, NOW).stream().allMatch(GroupChanged.class::isInstance));
        assertInstanceOf(GroupChanged.class, change("ada", new Remove("px255")));
        assertEquals(new Refused(RefusalReason.GROUP_WORN), change("ada", new Add(List.of("one-more"))));
        assertInstanceOf(GroupChanged.class, change("ada", new Add(List.of("p0"))));
    }

    @Test
    void groupEventsCannotBeChanged() {
        for (ChatWrite write : List.of(
                new Edit(GROUP, "ada", 1, "x"),
                new ChatWrite.Delete(GROUP, "ada", 1),
                new React(GROUP, "bob", 1, "👍"))) {
            assertEquals(new Refused(RefusalReason.NOT_THIS_KIND), commit(write));
        }
        Stored said = assertInstanceOf(
                Stored.class, commit(new Send(GROUP, "ada", "event-1", new Body.Text("mine"), null, false)));
        assertEquals("event-1", said.message().clientMessageId());
    }

    private Stored say(String sender, String text) {
        return assertInstanceOf(Stored.class, commit(new Send(GROUP, sender, text, new Body.Text(text), null, false)));
    }

    private GroupChanged done(String changer, GroupChange change) {
        return assertInstanceOf(GroupChanged.class, change(changer, change));
    }

    private ChatWritten change(String changer, GroupChange change) {
        return commit(new ChangeGroup(GROUP, changer, change));
    }

    /** Each commit is a minute after the one before. */
    private ChatWritten commit(ChatWrite write) {
        return store.commit(List.of(write), NOW.plusSeconds(60L * minute++)).getFirst();
    }

    private Conversation seenBy(String reader) {
        return store.conversationsOf(reader).getFirst();
    }

    private Member member(String account) {
        return seenBy(account).members().stream()
                .filter(member -> member.accountId().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> history(String reader) {
        return seqs(store.history(GROUP, reader, Side.BEFORE, Long.MAX_VALUE, 100)
                .orElseThrow()
                .messages());
    }

    private static ChatMessage only(GroupChanged changed) {
        assertEquals(1, changed.events().size());
        return changed.events().getFirst();
    }

    private static GroupEventKind kind(GroupChanged changed) {
        return ((GroupEvent) only(changed).body()).kind();
    }

    private static List<GroupEventKind> kindsOf(GroupChanged changed) {
        return changed.events().stream()
                .map(event -> ((GroupEvent) event.body()).kind())
                .toList();
    }

    private static List<Long> seqs(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::seq).toList();
    }
}
