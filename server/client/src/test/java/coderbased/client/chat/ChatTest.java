package coderbased.client.chat;

import static coderbased.client.chat.PlayedChat.ADA;
import static coderbased.client.chat.PlayedChat.BOB;
import static coderbased.client.chat.PlayedChat.CAROL;
import static coderbased.client.chat.PlayedChat.NOON;
import static coderbased.client.chat.PlayedChat.fromBob;
import static coderbased.client.chat.PlayedChat.message;
import static coderbased.client.chat.PlayedChat.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.net.ProblemException;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.AnswerInvitation;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.ContactChanged;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.ChatServerMessage.MarkersMoved;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Departed;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.GroupInvitation;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** State of the chat, and requests to the server. */
class ChatTest {

    private final PlayedChat played = PlayedChat.start();
    private final LiveChat chat = played.chat();

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void invitationsAreShownUntilAnsweredOrWithdrawn() {
        GroupInvitation asked = new GroupInvitation(
                "g", new ConversationSummary.Group("Tea", null), new Contact(BOB, "bob", "Bob"), 3, NOON);
        played.connect();
        played.server(new Overview(List.of()), new Invitations(1, List.of(asked)), new CaughtUp());
        assertEquals(List.of(asked), chat.state().invitations());
        CompletableFuture<Void> answered = chat.answerInvitation("g", true);
        AnswerInvitation answer = played.next(AnswerInvitation.class);
        assertEquals(new AnswerInvitation(answer.requestId(), "g", true), answer);
        played.server(new Done(answer.requestId(), 0), new Invitations(2, List.of()));
        played.settle();
        assertTrue(answered.isDone());
        assertEquals(List.of(), chat.state().invitations());
        played.server(new Invitations(3, List.of(asked)));
        played.disconnect();
        played.connect();
        played.server(new Overview(List.of()), new CaughtUp());
        assertEquals(List.of(), chat.state().invitations(), "taken back meanwhile");
    }

    @Test
    void olderListOfInvitationsDoesNotReplaceANewerOne() {
        GroupInvitation asked = new GroupInvitation(
                "g", new ConversationSummary.Group("Tea", null), new Contact(BOB, "bob", "Bob"), 3, NOON);
        played.connect();
        played.server(new Overview(List.of()), new CaughtUp());
        played.server(new Invitations(5, List.of()), new Invitations(4, List.of(asked)));
        played.settle();
        assertEquals(List.of(), chat.state().invitations());
        played.disconnect();
        played.connect();
        played.server(new Overview(List.of()), new Invitations(4, List.of(asked)), new CaughtUp());
        assertEquals(List.of(asked), chat.state().invitations(), "another connection may be to a restored server");
    }

    @Test
    void sameListOfInvitationsChangesNothing() {
        GroupInvitation asked = new GroupInvitation(
                "g", new ConversationSummary.Group("Tea", null), new Contact(BOB, "bob", "Bob"), 3, NOON);
        played.connect();
        played.server(new Overview(List.of()), new Invitations(1, List.of(asked)), new CaughtUp());
        played.settle();
        ChatState before = chat.state();
        played.server(new Invitations(1, List.of(asked)));
        played.settle();
        assertSame(before, chat.state());
    }

    @Test
    void chatStartsWithTheOverview() {
        played.caughtUp(7, 5);
        assertTrue(chat.state().caughtUp());
        ConversationView conversation = played.conversation();
        assertEquals("Bob", conversation.title());
        assertEquals(2, conversation.unread());
        assertEquals("from bob 7", conversation.lastMessage().text());
        assertEquals(List.of(), conversation.messages(), "nothing is loaded before somebody looks");
    }

    @Test
    void pinnedConversationsComeFirstThenTheMostRecent() {
        played.connect();
        played.overview(summary("c2", 0, null, 0), summary("c1", 1, fromBob(1), 0), summary("c3", 0, null, 0));
        assertEquals("c1", first());
        played.server(new MessageChanged(in("c2", 1)));
        assertEquals("c2", first());
        chat.conversation("c3").saveSettings(new ConversationSettings(true, false, null));
        assertEquals("c3", played.next(SaveSettings.class).conversationId());
        played.settle();
        assertEquals("c3", first());
    }

    @Test
    void settingsAreSentOnTheNextConnection() {
        played.caughtUp(1, 1);
        played.disconnect();
        ConversationSettings muted = new ConversationSettings(false, true, NOON);
        played.handle().saveSettings(muted);
        assertEquals(muted, played.conversation().settings());
        played.caughtUp(1, 1);
        assertEquals(new SaveSettings("c1", muted), played.next(SaveSettings.class));
        assertEquals(muted, played.conversation().settings());
    }

    @Test
    void onlyTheChangedConversationIsRenderedAgain() {
        played.connect();
        played.overview(summary("c2", 0, null, 0), summary("c1", 1, fromBob(1), 0));
        ConversationView before = chat.state().conversation("c2");
        ConversationView touched = played.conversation();
        played.server(new MessageChanged(fromBob(2)));
        assertSame(before, chat.state().conversation("c2"));
        assertNotSame(touched, played.conversation());
    }

    @Test
    void oneBatchMakesOneState() {
        played.caughtUp(1, 1);
        List<ChatState> pictures = new java.util.concurrent.CopyOnWriteArrayList<>();
        chat.onState(pictures::add);
        played.settle();
        played.server(new MessageChanged(fromBob(2)), new MessageChanged(fromBob(3)), new MessageChanged(fromBob(4)));
        assertEquals(2, pictures.size(), "the present one, and one for all three");
    }

    @Test
    void newConversationIsInTheStateBeforeItsIdIsReturned() {
        played.connect();
        played.overview();
        CompletableFuture<String> title =
                chat.openWith(BOB).thenApply(id -> chat.state().conversation(id).title());
        OpenDirect asked = played.next(OpenDirect.class);
        played.server(new Opened(asked.requestId(), summary("c1", 0, null, 0)));
        assertEquals("Bob", title.join());
    }

    @Test
    void refusalIsWordedByTheClient() {
        played.connect();
        played.overview();
        CompletableFuture<String> opened = chat.openWith("nobody");
        OpenDirect asked = played.next(OpenDirect.class);
        played.server(new RequestFailed(
                asked.requestId(), ProblemReason.PERSON_UNKNOWN.problem().worded("SERVER TEXT")));
        assertEquals("There is no such person on this server.", sentence(opened));
    }

    @Test
    void requestWithoutAConnectionIsSentOnTheNext() {
        chat.openWith(BOB);
        assertTrue(played.isSilent());
        played.connect();
        played.overview();
        OpenDirect asked = played.next(OpenDirect.class);
        played.disconnect();
        played.connect();
        played.overview();
        assertEquals(asked, played.next(OpenDirect.class), "unanswered, and harmless when it is asked twice");
    }

    @Test
    void groupRequestWithoutAnAnswerIsRepeatedUnderTheSameId() {
        played.connect();
        played.overview();
        CompletableFuture<String> made = chat.createGroup("Climbers", List.of(BOB));
        CreateGroup asked = played.next(CreateGroup.class);
        assertEquals("Climbers", asked.name());
        played.disconnect();
        played.connect();
        played.overview();
        assertEquals(asked, played.next(CreateGroup.class), "under the same name, by which the server knows it");
        played.server(new Opened(asked.requestId(), summary("c1", 0, null, 0)));
        assertEquals("c1", made.join());
    }

    @Test
    void aGroupIsChangedAndLeft() {
        played.caughtUp(1, 1);
        CompletableFuture<Void> renamed = played.handle().change(new GroupChange.Rename("Hikers"));
        ChangeGroup asked = played.next(ChangeGroup.class);
        played.server(new Done(asked.requestId(), 0));
        assertNull(renamed.join());
        played.server(new ConversationGone("c1"));
        assertNull(played.conversation());
    }

    @Test
    void peopleAreFound() {
        played.caughtUp(1, 1);
        CompletableFuture<List<Contact>> found = chat.findPeople("ca");
        played.server(new PeopleFound(played.next(FindPeople.class).requestId(), List.of(CAROL)));
        assertEquals(List.of(CAROL), found.join());
    }

    @Test
    void messagesAreFoundInAllConversations() {
        played.caughtUp(900, 900);
        CompletableFuture<Chat.Found> found = chat.search("bob", null, null);
        Search asked = played.next(Search.class);
        played.server(new Found(asked.requestId(), List.of(fromBob(12)), "12"));
        assertEquals("12", found.join().more());
        Chat.Hit hit = found.join().hits().getFirst();
        assertEquals("c1", hit.conversationId());
        assertEquals("Bob", hit.message().senderName());
        assertEquals(12, hit.message().seq());
    }

    @Test
    void newNameIsShownEverywhere() {
        played.opened(3);
        played.server(new ContactChanged(new Contact(BOB, "bob", "Robert")));
        assertEquals("Robert", played.conversation().title());
        assertEquals("Robert", played.lastMessage().senderName());
        assertEquals("Robert", played.conversation().names().get(BOB));
    }

    @Test
    void readPositionIsSentOnceAndShownOnEveryDevice() {
        played.caughtUp(7, 0);
        assertEquals(7, played.conversation().unread());
        played.server(new MarkersMoved("c1", ADA, 7, 5));
        assertEquals(2, played.conversation().unread(), "read on another device");
        played.handle().markRead(7);
        assertEquals(new MarkRead("c1", 7), played.next(MarkRead.class));
        assertEquals(0, played.conversation().unread());
        played.server(new MarkersMoved("c1", ADA, 7, 7));
        played.handle().markRead(7);
        assertTrue(played.isSilent());
    }

    @Test
    void messagesAfterTheSeenOneStayUnread() {
        played.caughtUp(7, 0);
        played.server(new MessageChanged(message(8, "late", BOB, "not on the screen yet")));
        played.handle().markRead(7);
        assertEquals(new MarkRead("c1", 7), played.next(MarkRead.class));
        assertEquals(1, played.conversation().unread());
        played.handle().markRead(3);
        played.handle().markRead(99);
        assertEquals(new MarkRead("c1", 8), played.next(MarkRead.class), "what was not heard of was not seen");
    }

    @Test
    void offlineReadPositionIsSentOnTheNextConnection() {
        played.caughtUp(7, 0);
        played.disconnect();
        played.handle().markRead(7);
        played.caughtUp(7, 0);
        assertEquals(new MarkRead("c1", 7), played.next(MarkRead.class));
        assertEquals(0, played.conversation().unread());
    }

    @Test
    void messageFromAnOwnDeviceIsReadHere() {
        played.caughtUp(7, 0);
        played.server(new MessageChanged(message(8, "elsewhere", ADA, "I saw it")));
        assertEquals(0, played.conversation().unread());
    }

    @Test
    void messageIsDeliveredWhenEveryMemberHasIt() {
        played.connect();
        ChatMessage mine = message(1, "m", ADA, "hello");
        played.overview(trio(mine));
        assertEquals(DeliveryStatus.STORED, played.conversation().lastMessage().status());
        played.server(new MarkersMoved("c1", BOB, 1, 1));
        assertEquals(DeliveryStatus.STORED, played.conversation().lastMessage().status(), "Carol has it not");
        played.server(new MarkersMoved("c1", CAROL.accountId(), 1, 0));
        assertEquals(
                DeliveryStatus.DELIVERED, played.conversation().lastMessage().status());
        played.server(new MarkersMoved("c1", CAROL.accountId(), 1, 1));
        assertEquals(DeliveryStatus.READ, played.conversation().lastMessage().status());
        played.server(new MarkersMoved("c1", CAROL.accountId(), 0, 0));
        assertEquals(DeliveryStatus.READ, played.conversation().lastMessage().status(), "markers never go back");
    }

    @Test
    void ticksStayAsTheyAreWhenEveryOtherMemberLeaves() {
        played.connect();
        ChatMessage mine = message(1, "m", ADA, "hello");
        played.overview(trio(mine));
        played.server(new MarkersMoved("c1", BOB, 1, 1));
        played.server(new MarkersMoved("c1", CAROL.accountId(), 1, 1));
        assertEquals(DeliveryStatus.READ, tick());
        played.server(new ConversationChanged(left(mine, List.of(CAROL.accountId()), new Departed(1, 1, 1))));
        assertEquals(DeliveryStatus.READ, tick());
        ConversationSummary alone = left(mine, List.of(), new Departed(1, 1, 1), new Departed(1, 1, 1));
        played.server(new ConversationChanged(alone));
        assertEquals(DeliveryStatus.READ, tick());
        played.disconnect();
        played.connect();
        played.overview(alone);
        assertEquals(DeliveryStatus.READ, tick());
        played.server(new MessageChanged(message(2, "n", ADA, "is anybody here?")));
        assertEquals(DeliveryStatus.STORED, tick(), "nobody got it");
    }

    @Test
    void memberWhoLeftWithoutReadingCountsForWhatWasSentBefore() {
        Members members = new Members(ADA);
        ChatMessage mine = message(1, "m", ADA, "hello");
        members.summary(trio(mine));
        members.markersMoved(CAROL.accountId(), 1, 1);
        members.wrote(departure(2, BOB));
        assertFalse(members.isDeliveredToAll(1), "who leaves need not have got anything");
        members.summary(left(mine, List.of(CAROL.accountId()), new Departed(1, 1, 0)));
        assertTrue(members.isDeliveredToAll(1));
        assertFalse(members.isReadByAll(1));
        members.markersMoved(CAROL.accountId(), 3, 3);
        assertTrue(members.isReadByAll(3));
        assertFalse(members.isReadByAll(1));
        Members later = new Members(ADA);
        later.summary(left(mine, List.of(), members.departed().getFirst()));
        assertTrue(later.isDeliveredToAll(1));
        assertFalse(later.isReadByAll(1));
    }

    private DeliveryStatus tick() {
        return played.conversation().lastMessage().status();
    }

    private static ChatMessage departure(long seq, String who) {
        return ChatMessage.plain(
                "c1",
                seq,
                seq,
                "e" + seq,
                who,
                NOON.plusSeconds(seq),
                new Body.GroupEvent(GroupEventKind.LEFT, List.of(who), null));
    }

    private static ConversationSummary left(ChatMessage last, List<String> others, Departed... departed) {
        ConversationSummary trio = trio(last);
        return new ConversationSummary(
                "c1",
                trio.group(),
                trio.members().stream()
                        .filter(member -> member.accountId().equals(ADA) || others.contains(member.accountId()))
                        .toList(),
                trio.people(),
                1,
                1,
                1,
                last,
                ConversationSettings.DEFAULT,
                "",
                List.of(),
                List.of(departed));
    }

    @Test
    void invalidMessageIsRefusedWithItsSize() {
        assertThrows(IllegalArgumentException.class, () -> played.handle().send(" \n ", null));
        String tooLong = "ä".repeat(Protocol.MAX_TEXT_BYTES / 2 + 1);
        assertTrue(complaint(() -> played.handle().send(tooLong, null)).contains("too long by 1 character."));
        assertTrue(complaint(() -> chat.createGroup("😀".repeat(65), List.of())).contains("too long by 1 character."));
        assertTrue(complaint(() -> chat.createGroup("All", Collections.nCopies(256, BOB)))
                .contains("at most 256 people, including you. You chose 256."));
        assertTrue(complaint(() -> played.handle().react(1, "x".repeat(33))).contains("emoji"));
    }

    @Test
    void messageOfAnUnknownConversationIsIgnored() {
        played.caughtUp(1, 1);
        played.server(new MessageChanged(in("c9", 1)));
        assertNull(chat.state().conversation("c9"));
    }

    private String first() {
        played.settle();
        return chat.state().conversations().getFirst().id();
    }

    private static ConversationSummary trio(ChatMessage last) {
        return new ConversationSummary(
                "c1",
                new ConversationSummary.Group("Climbers", null),
                List.of(
                        new ConversationSummary.Member(ADA, true, 1, 1),
                        new ConversationSummary.Member(BOB, false, 0, 0),
                        new ConversationSummary.Member(CAROL.accountId(), false, 0, 0)),
                List.of(People.ADA_AS_CONTACT, People.BOB, CAROL),
                1,
                1,
                1,
                last,
                ConversationSettings.DEFAULT,
                "");
    }

    private static ChatMessage in(String conversation, long seq) {
        return ChatMessage.plain(conversation, seq, seq, "x" + seq, BOB, NOON.plusSeconds(900), new Body.Text("hi"));
    }

    private static String sentence(CompletableFuture<?> failed) {
        Throwable why = assertThrows(CompletionException.class, failed::join).getCause();
        return assertInstanceOf(ProblemException.class, why).getMessage();
    }

    private static String complaint(org.junit.jupiter.api.function.Executable said) {
        return assertThrows(IllegalArgumentException.class, said).getMessage();
    }
}
