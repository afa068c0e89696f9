package coderbased.chat;

import static coderbased.chat.Acquaintances.haveWrittenTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite.AnswerInvitation;
import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.Once;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.ChatWritten.GroupChanged;
import coderbased.chat.ChatWritten.Made;
import coderbased.chat.ChatWritten.Opened;
import coderbased.chat.ChatWritten.Refused;
import coderbased.chat.ChatWritten.Stored;
import coderbased.chat.ChatWritten.Unchanged;
import coderbased.protocol.Body;
import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GroupChange.Add;
import coderbased.protocol.GroupChange.Leave;
import coderbased.protocol.GroupChange.Remove;
import coderbased.protocol.GroupChange.Rename;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.GroupInvitation;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Consent to groups and to conversations, as every {@link ChatStore} keeps it. A store's own test says how to open one.
 */
public abstract class InvitationContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final int CONCURRENT = 40;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String GROUP = "g";

    private ChatStore store;
    private int second;

    /** A store with nothing in it. */
    protected abstract ChatStore openStore() throws Exception;

    @BeforeEach
    void adaInvitesBobWhoIsAStranger() throws Exception {
        store = openStore();
        haveWrittenTo(store, "ada", List.of("cleo"));
        Made made = assertInstanceOf(Made.class, commit(new CreateGroup(GROUP, "ada", "Tea", List.of("bob", "cleo"))));
        assertEquals(Set.of("ada", "cleo"), made.seenBy().keySet());
        assertEquals(List.of("bob"), made.seenBy().get("ada").invited());
        assertEquals(Set.of("bob"), made.invitations().keySet());
    }

    @Test
    void aStrangerSeesNothingOfTheGroupButTheInvitation() {
        commit(say("cleo", "secret"));
        assertEquals(List.of(), store.conversationsOf("bob"));
        assertEquals(List.of(), store.changed(GROUP, "bob", 0, 10));
        GroupInvitation open = onlyInvitation("bob");
        assertEquals(GROUP, open.conversationId());
        assertEquals("Tea", open.group().name());
        assertEquals("ada", open.inviter().accountId());
        assertEquals(2, open.members());
        assertEquals(new Refused(RefusalReason.NO_CONVERSATION), commit(say("bob", "hi")));
    }

    @Test
    void acquaintancesJoinAtOnceAndTheEventNamesThemAlone() {
        assertEquals(
                new GroupEvent(GroupEventKind.CREATED, List.of("cleo"), "Tea"),
                store.conversationsOf("cleo").stream()
                        .filter(conversation -> conversation.id().equals(GROUP))
                        .findFirst()
                        .orElseThrow()
                        .last()
                        .body());
    }

    @Test
    void anAcceptingMemberSeesMessagesFromThenOn() {
        commit(say("cleo", "before"));
        GroupChanged joined = assertInstanceOf(GroupChanged.class, answer("bob", true));
        assertEquals(
                new GroupEvent(GroupEventKind.JOINED, List.of("bob"), null),
                joined.events().getFirst().body());
        assertEquals(Set.of("ada", "cleo"), joined.hearers());
        assertEquals(Set.of("ada", "bob", "cleo"), joined.seenBy().keySet());
        assertEquals(List.of(), joined.seenBy().get("ada").invited());
        assertEquals(List.of(), joined.invitations().get("bob").open());
        assertEquals(1, store.changed(GROUP, "bob", 0, 10).size(), "the event alone");
        assertInstanceOf(Stored.class, commit(say("bob", "hi")));
        assertEquals(List.of(), store.invitationsOf("bob").open());
    }

    @Test
    void aDecliningAccountIsNotInvitedAgainByTheSamePerson() {
        GroupChanged declined = assertInstanceOf(GroupChanged.class, answer("bob", false));
        assertEquals(List.of(), declined.events());
        assertEquals(List.of(), declined.seenBy().get("ada").invited());
        assertEquals(new Refused(RefusalReason.INVITATION_DECLINED), change("ada", new Add(List.of("bob"))));
        assertEquals(List.of(), store.invitationsOf("bob").open());
        assertEquals(new Refused(RefusalReason.NO_INVITATION), answer("bob", true));
        haveWrittenTo(store, "ada", List.of("bob"));
        GroupChanged added = assertInstanceOf(GroupChanged.class, change("ada", new Add(List.of("bob"))));
        assertTrue(added.seenBy().containsKey("bob"), "who has written is no stranger");
    }

    @Test
    void anotherAdminMayInviteADecliningAccount() {
        answer("bob", false);
        change("ada", new GroupChange.SetAdmin("cleo", true));
        assertInstanceOf(GroupChanged.class, change("cleo", new Add(List.of("bob"))));
        assertEquals("cleo", onlyInvitation("bob").inviter().accountId());
    }

    @Test
    void writingToSomebodyDoesNotMakeThemAnAcquaintance() {
        haveWrittenTo(store, "dan", List.of("ada"));
        change("ada", new Add(List.of("dan")));
        assertEquals(1, store.invitationsOf("dan").open().size());
    }

    @Test
    void anInvitedAccountIsNotInvitedTwice() {
        assertInstanceOf(Unchanged.class, change("ada", new Add(List.of("bob"))));
        assertEquals(1, store.invitationsOf("bob").open().size());
    }

    @Test
    void anInvitationCanBeWithdrawn() {
        GroupChanged withdrawn = assertInstanceOf(GroupChanged.class, change("ada", new Remove("bob")));
        assertEquals(List.of(), withdrawn.events());
        assertEquals(List.of(), withdrawn.invitations().get("bob").open());
        assertEquals(new Refused(RefusalReason.NO_INVITATION), answer("bob", true));
        GroupChanged again = assertInstanceOf(GroupChanged.class, change("ada", new Add(List.of("bob"))));
        assertEquals(1, again.invitations().get("bob").open().size(), "a mistake can be corrected");
    }

    @Test
    void aGroupInvitesTheSameStrangerTwiceADay() {
        change("ada", new Remove("bob"));
        change("ada", new Add(List.of("bob")));
        change("ada", new Remove("bob"));
        Refused refused = assertInstanceOf(Refused.class, change("ada", new Add(List.of("bob"))));
        assertEquals(RefusalReason.INVITED_TODAY, refused.why());
        assertTrue(refused.retryAfterMillis() > 0 && refused.retryAfterMillis() < DAY.toMillis());
        assertEquals(List.of(), store.invitationsOf("bob").open());
        commit(new ChangeGroup(GROUP, "ada", new GroupChange.SetAdmin("cleo", true)));
        assertEquals(
                RefusalReason.INVITED_TODAY,
                assertInstanceOf(Refused.class, change("cleo", new Add(List.of("bob"))))
                        .why(),
                "another admin asks for the same group");
        second += DAY.toSeconds();
        assertInstanceOf(GroupChanged.class, change("ada", new Add(List.of("bob"))));
    }

    @Test
    void aRefusedInvitationInvitesNobodyElse() {
        change("ada", new Remove("bob"));
        change("ada", new Add(List.of("bob")));
        change("ada", new Remove("bob"));
        assertInstanceOf(Refused.class, change("ada", new Add(List.of("dan", "bob", "eve"))));
        assertEquals(List.of(), store.invitationsOf("dan").open());
        assertEquals(List.of(), store.invitationsOf("eve").open());
        assertInstanceOf(GroupChanged.class, change("ada", new Add(List.of("dan", "eve"))));
    }

    @Test
    void anInvitedAccountIsNotCountedAgain() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Unchanged.class, change("ada", new Add(List.of("bob"))));
        }
        change("ada", new Remove("bob"));
        assertInstanceOf(GroupChanged.class, change("ada", new Add(List.of("bob"))));
    }

    @Test
    void eachChangeOfTheInvitationsHasAGreaterNumber() {
        assertEquals(0, store.invitationsOf("dan").number());
        long first = store.invitationsOf("bob").number();
        long withdrawn = change("ada", new Remove("bob"), "bob");
        long again = change("ada", new Add(List.of("bob")), "bob");
        assertTrue(0 < first && first < withdrawn && withdrawn < again);
        assertEquals(again, store.invitationsOf("bob").number());
        assertInstanceOf(Unchanged.class, change("ada", new Add(List.of("bob"))));
        assertEquals(again, store.invitationsOf("bob").number(), "nothing changed");
        ChatWritten.Recalled recalled = assertInstanceOf(
                ChatWritten.Recalled.class,
                commit(new ChatWrite.Recall(GROUP, ChatWrite.Recall.WHOLE, Set.of(), Set.of("bob"))));
        assertEquals(again, recalled.invitations().get("bob").number(), "announced again, it is the same list");
    }

    @Test
    void aRecallReadsWhatEverybodyHasToBeTold() {
        ChatWritten.Recalled whole = recall(GROUP, ChatWrite.Recall.WHOLE, Set.of());
        assertEquals(Set.of("ada", "cleo"), whole.seenBy().keySet());
        assertEquals(Set.of("dan"), whole.gone(), "cleo is in it");
        assertFalse(whole.parts());
        ChatMessage event = Objects.requireNonNull(whole.message());
        assertEquals(Set.of("ada", "cleo"), whole.hearers().all());
        assertTrue(recall(GROUP, ChatWrite.Recall.WHOLE, Set.of("bob")).parts());
        ChatWritten.Recalled parts = recall(GROUP, ChatWrite.Recall.PARTS, Set.of());
        assertEquals(Set.of("ada", "cleo"), parts.seenBy().keySet());
        assertTrue(parts.parts());
        ChatWritten.Recalled message = recall(GROUP, event.seq(), Set.of());
        assertEquals(event, message.message());
        assertEquals(Map.of(), message.seenBy());
        assertFalse(message.parts());
    }

    @Test
    void aRecallOfAnEmptyConversationHasNoMessage() {
        commit(new OpenDirect("empty", "ada", "dan"));
        ChatWritten.Recalled empty = recall("empty", ChatWrite.Recall.WHOLE, Set.of());
        assertNull(empty.message());
        assertEquals(Set.of(), empty.hearers().all());
    }

    private ChatWritten.Recalled recall(String conversation, long seq, Set<String> invited) {
        return assertInstanceOf(
                ChatWritten.Recalled.class,
                commit(new ChatWrite.Recall(conversation, seq, Set.of("cleo", "dan"), invited)));
    }

    @Test
    void aListWithAGreaterNumberContainsAllEarlierChanges() throws Exception {
        List<Callable<OpenInvitations>> invitations = IntStream.range(0, CONCURRENT)
                .<Callable<OpenInvitations>>mapToObj(i -> () -> invites("m" + i, "g" + i, "bob"))
                .toList();
        List<OpenInvitations> lists = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<OpenInvitations> list : threads.invokeAll(invitations)) {
                lists.add(list.get());
            }
        }
        lists.sort(Comparator.comparingLong(OpenInvitations::number));
        for (int i = 0; i < CONCURRENT; i++) {
            assertTrue(i == 0 || lists.get(i - 1).number() < lists.get(i).number());
            assertEquals(
                    Math.min(i + 2, Protocol.MAX_INVITATIONS),
                    lists.get(i).open().size(),
                    "with the one of the beginning");
        }
    }

    private OpenInvitations invites(String inviter, String group, String account) {
        ChatWrite create = new CreateGroup(group, inviter, "Group", List.of(account));
        Made made =
                assertInstanceOf(Made.class, store.commit(List.of(create), NOW).getFirst());
        return made.invitations().get(account);
    }

    @Test
    void anInvitationShowsTheCurrentGroup() {
        GroupChanged renamed = assertInstanceOf(GroupChanged.class, change("ada", new Rename("Coffee")));
        assertEquals(Map.of(), renamed.invitations(), "a stranger does not make noise by renaming");
        assertEquals(
                "Coffee", store.invitationsOf("bob").open().getFirst().group().name());
    }

    @Test
    void anAbandonedGroupCannotBeJoined() {
        change("ada", new Leave());
        change("cleo", new Leave());
        assertEquals(List.of(), store.invitationsOf("bob").open());
        assertEquals(new Refused(RefusalReason.NO_INVITATION), answer("bob", true));
    }

    @Test
    void aRepeatedAnswerChangesNothing() {
        ChatWrite accept = new Once("bob", "r", new AnswerInvitation(GROUP, "bob", true));
        assertInstanceOf(GroupChanged.class, commit(accept));
        assertInstanceOf(Unchanged.class, commit(accept));
    }

    @Test
    void anAccountAnswersOnlyItsOwnInvitations() {
        assertEquals(new Refused(RefusalReason.NO_INVITATION), answer("eve", true));
        assertEquals(new Refused(RefusalReason.NO_INVITATION), answer("cleo", false));
        assertEquals(
                new Refused(RefusalReason.NO_INVITATION), commit(new AnswerInvitation("no-such-group", "bob", true)));
    }

    @Test
    void openInvitationsAreLimitedAndTheNewestStay() {
        for (int i = 0; i < Protocol.MAX_INVITATIONS; i++) {
            commit(new CreateGroup("g" + i, "m" + i, "Group", List.of("bob")));
        }
        List<String> open = store.invitationsOf("bob").open().stream()
                .map(GroupInvitation::conversationId)
                .toList();
        assertEquals(Protocol.MAX_INVITATIONS, open.size());
        assertEquals("g" + (Protocol.MAX_INVITATIONS - 1), open.getFirst());
        assertTrue(!open.contains(GROUP), "the oldest gave way");
    }

    @Test
    void aStrangerDisplacesNoOtherStrangersInvitations() {
        for (int i = 0; i < 2 * Protocol.MAX_INVITATIONS; i++) {
            commit(new CreateGroup("g" + i, "eve", "Group", List.of("bob")));
        }
        List<String> open = store.invitationsOf("bob").open().stream()
                .map(GroupInvitation::conversationId)
                .toList();
        assertEquals(Protocol.MAX_INVITATIONS, open.size());
        assertTrue(open.contains(GROUP), open.toString());
    }

    @Test
    void invitedPeopleCountAgainstTheGroupLimit() {
        List<String> many = IntStream.range(0, Protocol.MAX_MEMBERS - 3)
                .mapToObj(i -> "p" + i)
                .toList();
        assertInstanceOf(GroupChanged.class, change("ada", new Add(many)));
        assertEquals(new Refused(RefusalReason.GROUP_FULL), change("ada", new Add(List.of("one-more"))));
    }

    @Test
    void aStrangersConversationIsShownWithItsFirstMessage() {
        Made made = assertInstanceOf(Made.class, commit(new OpenDirect("d", "eve", "bob")));
        assertEquals(Set.of("eve"), made.seenBy().keySet());
        assertEquals(List.of(), store.conversationsOf("bob"));
        assertEquals(1, store.conversationsOf("eve").size(), "who opened it keeps it");
        Stored said =
                assertInstanceOf(Stored.class, commit(new Send("d", "eve", "1", new Body.Text("hello"), null, false)));
        assertEquals(Set.of("bob"), said.newTo().keySet());
        assertEquals(1, store.conversationsOf("bob").size());
        Stored second =
                assertInstanceOf(Stored.class, commit(new Send("d", "eve", "2", new Body.Text("hello"), null, false)));
        assertEquals(Set.of(), second.newTo().keySet());
    }

    @Test
    void openingTheSameConversationShowsIt() {
        commit(new OpenDirect("d", "eve", "bob"));
        Made shown = assertInstanceOf(Made.class, commit(new OpenDirect("d2", "bob", "eve")));
        assertEquals(Set.of("bob"), shown.seenBy().keySet());
        assertEquals("d", shown.seenBy().get("bob").id());
        assertEquals(
                Set.of("bob", "eve"),
                shown.seenBy().get("bob").members().stream()
                        .map(Member::accountId)
                        .collect(Collectors.toSet()));
        assertInstanceOf(Opened.class, commit(new OpenDirect("d3", "bob", "eve")));
        assertNull(shown.seenBy().get("bob").last());
    }

    private GroupInvitation onlyInvitation(String account) {
        List<GroupInvitation> open = store.invitationsOf(account).open();
        assertEquals(1, open.size());
        return open.getFirst();
    }

    private Send say(String who, String text) {
        return new Send(GROUP, who, "m" + second, new Body.Text(text), null, false);
    }

    private ChatWritten answer(String who, boolean accept) {
        return commit(new AnswerInvitation(GROUP, who, accept));
    }

    /** Changes the group, and returns the number of that account's invitations. */
    private long change(String who, GroupChange change, String account) {
        return assertInstanceOf(GroupChanged.class, change(who, change))
                .invitations()
                .get(account)
                .number();
    }

    private ChatWritten change(String who, GroupChange change) {
        return commit(new ChangeGroup(GROUP, who, change));
    }

    private ChatWritten commit(ChatWrite write) {
        return store.commit(List.of(write), NOW.plusSeconds(second++)).getFirst();
    }
}
