package coderbased.client.chat;

import static coderbased.client.chat.PlayedChat.ADA;
import static coderbased.client.chat.PlayedChat.BOB;
import static coderbased.client.chat.PlayedChat.NOON;
import static coderbased.client.chat.PlayedChat.changed;
import static coderbased.client.chat.PlayedChat.fromBob;
import static coderbased.client.chat.PlayedChat.page;
import static coderbased.client.chat.PlayedChat.position;
import static coderbased.client.chat.PlayedChat.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loaded part of a long conversation: no gaps, wherever the user scrolls. */
class HistoryWindowTest {

    private final PlayedChat played = PlayedChat.start();

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void openingLoadsTheNewestPageAndScrollingThePreviousOne() {
        played.caughtUp(250, 250);
        played.handle().open();
        GetHistory newest = played.next(GetHistory.class);
        assertEquals(Side.BEFORE, newest.side());
        assertEquals(251, newest.seq());
        assertTrue(played.conversation().loading());
        played.server(page(newest, 151, 250, 250));
        assertEquals(position(151, 250), played.seqs());
        assertTrue(played.conversation().older());
        assertFalse(played.conversation().newer());

        played.handle().loadOlder();
        played.handle().loadOlder();
        GetHistory older = played.next(GetHistory.class);
        assertEquals(151, older.seq());
        assertTrue(played.isSilent(), "asked once");
        played.server(page(older, 51, 150, 250));
        played.handle().loadOlder();
        played.server(page(played.next(GetHistory.class), 1, 50, 250));
        assertFalse(played.conversation().older());
        assertEquals(position(1, 250), played.seqs());
    }

    @Test
    void openingTwiceLoadsOnceAndClosingReleasesEverything() {
        played.opened(10);
        played.handle().open();
        assertTrue(played.isSilent());
        played.handle().close();
        assertEquals(List.of(), played.seqs());
        assertEquals("from bob 10", played.conversation().lastMessage().text());
    }

    @Test
    void longUnreadConversationOpensAtTheFirstUnread() {
        played.caughtUp(1000, 300);
        played.handle().open();
        GetHistory around = played.next(GetHistory.class);
        assertEquals(Side.AROUND, around.side());
        assertEquals(301, around.seq());
        played.server(page(around, 251, 350, 1000));
        assertEquals(position(251, 350), played.seqs());
        assertTrue(played.conversation().older() && played.conversation().newer());
        assertEquals(700, played.conversation().unread());

        played.handle().loadNewer();
        GetHistory newer = played.next(GetHistory.class);
        assertEquals(Side.AFTER, newer.side());
        assertEquals(350, newer.seq());
        played.server(page(newer, 351, 450, 1000));
        assertEquals(position(251, 450), played.seqs());
    }

    @Test
    void newMessageJoinsTheWindowOnlyAtTheEnd() {
        played.caughtUp(1000, 300);
        played.handle().open();
        played.server(page(played.next(GetHistory.class), 251, 350, 1000), new MessageChanged(fromBob(1001)));
        assertEquals(position(251, 350), played.seqs());
        assertEquals(1001, played.conversation().lastMessage().seq());
        played.handle().loadNewest();
        GetHistory newest = played.next(GetHistory.class);
        assertEquals(1002, newest.seq());
        played.server(page(newest, 902, 1001, 1001), new MessageChanged(fromBob(1002)));
        assertEquals(position(902, 1002), played.seqs());
        assertFalse(played.conversation().newer());
    }

    @Test
    void endIsShownHoweverManyMessagesArriveBeforeThePage() {
        played.caughtUp(1, 1);
        played.handle().open();
        GetHistory newest = played.next(GetHistory.class);
        played.server(new MessageChanged(fromBob(2)), page(newest, 1, 1, 2));
        GetHistory rest = played.next(GetHistory.class);
        assertEquals(Side.AFTER, rest.side());
        assertEquals(1, rest.seq());
        played.server(new MessageChanged(fromBob(3)), page(rest, 2, 2, 3));
        played.server(page(played.next(GetHistory.class), 3, 3, 3), new MessageChanged(fromBob(4)));
        assertEquals(position(1, 4), played.seqs());
        assertFalse(played.conversation().newer());
    }

    @Test
    void emptyPageIsNotRequestedAgain() {
        played.caughtUp(1, 1);
        played.handle().open();
        played.server(page(played.next(GetHistory.class), 1, 1, 2));
        GetHistory rest = played.next(GetHistory.class);
        played.server(new HistoryPage(rest.requestId(), "c1", List.of(), true, true));
        assertTrue(played.isSilent());
    }

    @Test
    void unsentMessagesStandOnlyAtTheEnd() {
        played.caughtUp(1000, 300);
        played.handle().open();
        played.server(page(played.next(GetHistory.class), 251, 350, 1000));
        played.handle().send("hello", null);
        assertEquals(position(251, 350), played.seqs());
        assertEquals("hello", played.conversation().lastMessage().text());
    }

    @Test
    void aHundredThousandMessagesAreScrolledThroughInFivePagesOfMemory() {
        long last = 100_000;
        played.caughtUp((int) last, last);
        played.handle().open();
        played.server(page(played.next(GetHistory.class), last - 99, last, last));
        for (long first = last - 99; first > 1; first -= 100) {
            played.handle().loadOlder();
            GetHistory asked = played.next(GetHistory.class);
            assertEquals(first, asked.seq());
            played.server(page(asked, Math.max(1, first - 100), first - 1, last));
            assertWhole(Math.max(1, first - 100), Math.min(last, first - 100 + TimelineWindow.MAX_MESSAGES - 1));
        }
        assertTrue(played.conversation().newer());
        assertFalse(played.conversation().older());
        for (long end = TimelineWindow.MAX_MESSAGES; end < 2000; end += 100) {
            played.handle().loadNewer();
            GetHistory asked = played.next(GetHistory.class);
            assertEquals(end, asked.seq());
            played.server(page(asked, end + 1, end + 100, last));
            assertWhole(end + 100 - TimelineWindow.MAX_MESSAGES + 1, end + 100);
        }
        played.handle().loadAround(50_000);
        GetHistory around = played.next(GetHistory.class);
        assertEquals(Side.AROUND, around.side());
        played.server(page(around, 49_950, 50_049, last));
        assertWhole(49_950, 50_049);
    }

    @Test
    void readerOfOldMessagesIsNotMovedByNewOnes() {
        played.opened(1000);
        for (long first = 901; first > 501; first -= 100) {
            played.handle().loadOlder();
            played.server(page(played.next(GetHistory.class), first - 100, first - 1, 1000));
        }
        assertWhole(501, 1000);
        played.server(new MessageChanged(fromBob(1001)));
        assertWhole(501, 1000);
        assertTrue(played.conversation().newer());
    }

    @Test
    void readerAtTheEndReleasesTheBeginning() {
        played.opened(1000);
        for (long seq = 1001; seq <= 1600; seq++) {
            played.server(new MessageChanged(fromBob(seq)));
        }
        assertWhole(1101, 1600);
        assertTrue(played.conversation().older());
    }

    @Test
    void gapIsNeverShownAndIsFilled() {
        played.opened(3);
        played.server(new MessageChanged(fromBob(6)));
        assertEquals(position(1, 3), played.seqs());
        GetHistory missing = played.next(GetHistory.class);
        assertEquals(Side.AFTER, missing.side());
        assertEquals(3, missing.seq());
        played.server(new MessageChanged(fromBob(7)));
        played.server(page(missing, 4, 6, 6));
        assertEquals(position(1, 7), played.seqs());
        assertTrue(played.isSilent());
    }

    @Test
    void outdatedPageRevertsNothing() {
        played.opened(250);
        played.handle().loadOlder();
        GetHistory asked = played.next(GetHistory.class);
        played.server(new MessageChanged(changed(100, 251, "b100", BOB, "edited")), page(asked, 51, 150, 250));
        assertEquals("edited", played.conversation().messages().get(49).text());
    }

    @Test
    void answerToAnEarlierJumpIsIgnored() {
        played.opened(1000);
        played.handle().loadAround(100);
        played.handle().loadAround(500);
        GetHistory first = played.next(GetHistory.class);
        GetHistory second = played.next(GetHistory.class);
        played.server(page(second, 450, 549, 1000), page(first, 51, 150, 1000));
        assertWhole(450, 549);
        assertFalse(played.conversation().loading());
    }

    @Test
    void changedMessageIsReplacedInPlaceAndInQuotes() {
        played.opened(3);
        played.server(new MessageChanged(answer(4, 2)));
        assertEquals(new Body.Text("from bob 2"), played.lastMessage().quote().body());
        played.server(new MessageChanged(changed(2, 5, "b2", BOB, "better")));
        assertEquals("better", played.conversation().messages().get(1).text());
        assertEquals(new Body.Text("better"), played.lastMessage().quote().body());
        played.server(new MessageChanged(changed(2, 4, "b2", BOB, "older than that")));
        assertEquals("better", played.conversation().messages().get(1).text(), "the higher change holds");
        played.server(new MessageChanged(ChatMessage.plain("c1", 2, 6, "b2", BOB, NOON, new Body.Deleted())));
        assertInstanceOf(Body.Deleted.class, played.lastMessage().quote().body());
    }

    @Test
    void emptyConversationIsLoadedAtOnce() {
        played.opened(0);
        assertFalse(played.conversation().loading());
        played.server(new MessageChanged(fromBob(1)));
        assertEquals(List.of(1L), played.seqs());
    }

    @Test
    void pageIsRequestedAgainAfterADisconnection() {
        played.caughtUp(250, 250);
        played.handle().open();
        GetHistory asked = played.next(GetHistory.class);
        played.disconnect();
        played.connect();
        played.overview(summary("c1", 250, fromBob(250), 250));
        assertEquals(asked, played.next(GetHistory.class));
        played.server(new HistoryPage(asked.requestId(), "c1", List.of(fromBob(250)), true, false));
        assertEquals(List.of(250L), played.seqs());
    }

    private void assertWhole(long from, long to) {
        ConversationView now = played.conversation();
        assertEquals(to - from + 1, now.messages().size());
        assertEquals(from, now.messages().getFirst().seq());
        assertEquals(to, now.messages().getLast().seq());
    }

    private static ChatMessage answer(long seq, long to) {
        return new ChatMessage(
                "c1",
                seq,
                seq,
                "answer",
                ADA,
                NOON,
                new Body.Text("indeed"),
                fromBob(to).asQuote(),
                false,
                null,
                List.of());
    }
}
