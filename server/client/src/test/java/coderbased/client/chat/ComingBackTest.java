package coderbased.client.chat;

import static coderbased.client.chat.PlayedChat.BOB;
import static coderbased.client.chat.PlayedChat.NOON;
import static coderbased.client.chat.PlayedChat.changed;
import static coderbased.client.chat.PlayedChat.fromBob;
import static coderbased.client.chat.PlayedChat.page;
import static coderbased.client.chat.PlayedChat.position;
import static coderbased.client.chat.PlayedChat.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState.Presence;
import coderbased.client.chat.ChatState.Progress;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatClientMessage.MarkDelivered;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Device that returns after an absence: it receives what it missed, once, and sends what it did meanwhile. */
class ComingBackTest {

    @TempDir
    Path folder;

    private PlayedChat played;

    @BeforeEach
    void start() {
        played = PlayedChat.keeping(folder);
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void missedMessagesArriveOnceAndInOrder() {
        played.opened(3);
        played.disconnect();
        assertFalse(played.chat().state().caughtUp());
        assertEquals(Map.of("c1", 3L), played.connect().have());
        played.server(new Resuming(1, 3), new Overview(List.of(summary("c1", 6, fromBob(6), 3))));
        assertEquals(new Progress(false, true, 0, 3), progress());
        played.server(new Batch("c1", List.of(fromBob(4), fromBob(5))));
        assertEquals(new Progress(false, true, 2, 3), progress());
        played.server(new Batch("c1", List.of(fromBob(6))), new CaughtUp(), new MessageChanged(fromBob(6)));
        assertEquals(position(1, 6), played.seqs());
        assertEquals(3, played.conversation().unread());
        assertTrue(played.isSilent(), "nothing is missing");
    }

    @Test
    void liveMessagesAreNotSentAgain() {
        played.opened(3);
        played.server(new MessageChanged(fromBob(4)), new MessageChanged(changed(2, 5, "b2", BOB, "edited")));
        played.disconnect();
        assertEquals(Map.of("c1", 5L), played.connect().have());
    }

    @Test
    void conversationCreatedLiveIsResumed() {
        played.connect();
        played.overview();
        played.server(new ConversationChanged(summary("c1", 0, null, 0)));
        played.handle().open();
        played.settle();
        played.server(new MessageChanged(fromBob(1)), new MessageChanged(fromBob(2)));
        assertEquals(position(1, 2), played.seqs());
        played.disconnect();
        assertEquals(Map.of("c1", 2L), played.connect().have());
        played.server(
                new Overview(List.of(summary("c1", 2, fromBob(2), 2))),
                new Batch("c1", List.of(changed(1, 3, "b1", BOB, "edited"))),
                new CaughtUp());
        assertEquals(List.of("edited", "from bob 2"), played.texts());
    }

    @Test
    void openEmptyConversationIsResumed() {
        played.opened(0);
        played.disconnect();
        assertEquals(Map.of("c1", 0L), played.connect().have());
    }

    @Test
    void editedMessageKeepsItsPlace() {
        played.opened(3);
        played.disconnect();
        played.connect();
        played.server(
                new Overview(List.of(summary("c1", 5, fromBob(5), 3))),
                new Batch("c1", List.of(fromBob(5), changed(4, 6, "b4", BOB, "edited"))));
        assertEquals(position(1, 5), played.seqs());
        assertEquals("edited", played.conversation().messages().get(3).text());
    }

    @Test
    void interruptedSynchronisationContinues() {
        played.opened(3);
        played.disconnect();
        played.connect();
        played.server(new Overview(List.of(summary("c1", 300, fromBob(300), 3))), new Batch("c1", List.of(fromBob(4))));
        played.disconnect();
        assertEquals(Map.of("c1", 4L), played.connect().have());
    }

    @Test
    void readerWhoMissedManyMessagesKeepsThePlace() {
        played.opened(3);
        played.disconnect();
        played.connect();
        List<ChatMessage> missed =
                LongStream.rangeClosed(4, 900).mapToObj(PlayedChat::fromBob).toList();
        played.server(
                new Overview(List.of(summary("c1", 900, fromBob(900), 3))), new Batch("c1", missed), new CaughtUp());
        assertEquals(position(1, 3), played.seqs());
        assertTrue(played.conversation().newer());
        assertEquals(897, played.conversation().unread());
        played.handle().loadNewer();
        GetHistory newer = played.next(GetHistory.class);
        assertEquals(Side.AFTER, newer.side());
        played.server(page(newer, 4, 103, 900));
        assertEquals(position(1, 103), played.seqs());
    }

    @Test
    void messagesOfClosedConversationsAreNotRequested() {
        played.caughtUp(7, 7);
        played.disconnect();
        assertEquals(Map.of(), played.connect().have());
    }

    @Test
    void conversationSeenAfterTheOverviewStays() {
        played.caughtUp(7, 7);
        played.disconnect();
        played.connect();
        played.server(new Overview(List.of()), new MessageChanged(fromBob(8)), new CaughtUp());
        assertEquals("Bob", played.conversation().title());
    }

    @Test
    void conversationMissingFromTheOverviewIsRemoved() {
        played.caughtUp(7, 7);
        played.disconnect();
        played.connect();
        played.server(new Overview(List.of(summary("c2", 0, null, 0))));
        assertEquals("Bob", played.conversation().title(), "until everything has come");
        played.server(new CaughtUp());
        assertNull(played.conversation());
    }

    @Test
    void manyArrivalsAreReportedOnce() {
        played.caughtUp(7, 7);
        played.server(new MessageChanged(fromBob(8)), new MessageChanged(fromBob(9)), new MessageChanged(fromBob(10)));
        assertEquals(new MarkDelivered("c1", 10), played.nextAside(MarkDelivered.class));
    }

    @Test
    void onlyMissedArrivalsAreReported() {
        played.connect();
        played.overview(summary("c1", 7, fromBob(7), 7), undelivered("c2"));
        assertEquals(new MarkDelivered("c2", 4), played.nextAside(MarkDelivered.class));
    }

    @Test
    void membersOfOpenConversationsAreWatched() {
        played.opened(3);
        assertEquals(new Watch(List.of(BOB)), played.nextAside(Watch.class));
        played.server(new PresenceChanged(BOB, true, null));
        assertEquals(
                Map.of(BOB, new Presence(true, null)), played.chat().state().presence());
        played.disconnect();
        assertEquals(Map.of(), played.chat().state().presence(), "nothing is known without a connection");
        played.connect();
        played.overview(summary("c1", 3, fromBob(3), 3));
        assertEquals(new Watch(List.of(BOB)), played.nextAside(Watch.class));
        played.handle().close();
        assertEquals(new Watch(List.of()), played.nextAside(Watch.class));
    }

    @Test
    void typingIsShownUntilTheMessageArrives() {
        played.opened(3);
        played.server(new TypingChanged("c1", BOB, true));
        assertEquals(List.of("Bob"), played.conversation().typing());
        played.server(new MessageChanged(fromBob(4)));
        assertEquals(List.of(), played.conversation().typing());
    }

    @Test
    void typingIsSentOnceForManyKeysAndAtItsEnd() {
        played.opened(3);
        played.atOnce(() -> {
            played.handle().typing();
            played.handle().typing();
            played.handle().typing();
            played.handle().saveDraft("h");
            played.handle().saveDraft("");
        });
        assertEquals(new Typing("c1", true), played.next(Typing.class));
        assertEquals(new Typing("c1", false), played.next(Typing.class));
    }

    @Test
    void draftIsShownAtOnceAndSentAMomentLater() {
        played.opened(3);
        played.atOnce(() -> {
            played.handle().saveDraft("he");
            played.handle().saveDraft("hello");
        });
        assertEquals("hello", played.conversation().draft());
        assertEquals(new SaveDraft("c1", "hello"), played.next(SaveDraft.class));
        assertTrue(played.isSilent());
    }

    @Test
    void sentMessageClearsTheDraftEverywhere() {
        played.opened(3);
        played.handle().saveDraft("hello");
        played.next(SaveDraft.class);
        played.handle().send("hello", null);
        assertTrue(played.saidSoFar().contains(new SaveDraft("c1", "")));
    }

    @Test
    void draftFromAnotherDeviceDoesNotOverwriteTyping() {
        played.opened(3);
        played.atOnce(() -> {
            played.handle().saveDraft("here");
            played.thread().execute(() -> played.chat().heard(new Drafted("c1", "elsewhere")));
        });
        assertEquals("here", played.conversation().draft());
        assertEquals(new SaveDraft("c1", "here"), played.next(SaveDraft.class));
        played.server(new Drafted("c1", "elsewhere, later"));
        assertEquals("elsewhere, later", played.conversation().draft());
    }

    @Test
    void draftSurvivesARestartAndIsSentOnTheNextConnection() {
        played.opened(3);
        played.disconnect();
        played.handle().saveDraft("half a sent");
        played.settle();
        played.restart(PlayedChat.journalIn(folder));
        played.caughtUp(3, 3);
        assertEquals("half a sent", played.conversation().draft());
        assertEquals(new SaveDraft("c1", "half a sent"), played.next(SaveDraft.class));
    }

    @Test
    void draftThatMayBeLostWithItsConnectionIsSentAgain() {
        played.opened(3);
        played.handle().saveDraft("hello");
        played.next(SaveDraft.class);
        played.disconnect();
        played.caughtUp(3, 3);
        assertEquals(new SaveDraft("c1", "hello"), played.next(SaveDraft.class));
        assertEquals("hello", played.conversation().draft());
    }

    @Test
    void aGroupsNewNameIsShown() {
        played.caughtUp(3, 3);
        ConversationSummary one = summary("c1", 3, fromBob(3), 3);
        played.server(new ConversationChanged(new ConversationSummary(
                "c1",
                new ConversationSummary.Group("Climbers", null),
                one.members(),
                one.people(),
                1,
                3,
                3,
                one.last(),
                new ConversationSettings(false, true, NOON),
                "")));
        assertEquals("Climbers", played.conversation().title());
        assertTrue(played.conversation().settings().archived());
    }

    private Progress progress() {
        played.settle();
        return played.chat().state().progress();
    }

    private static ConversationSummary undelivered(String id) {
        ConversationSummary plain = summary(id, 4, null, 0);
        return new ConversationSummary(
                id,
                null,
                List.of(
                        new ConversationSummary.Member(PlayedChat.ADA, true, 2, 0),
                        new ConversationSummary.Member(BOB, true, 4, 4)),
                plain.people(),
                1,
                4,
                4,
                null,
                ConversationSettings.DEFAULT,
                "");
    }
}
