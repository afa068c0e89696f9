package coderbased.fx.thread;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadWindowTest {

    private final FakeChat chat = new FakeChat();
    private final ThreadViewModel thread = Threads.of(chat);

    private void tell(AConversation conversation) {
        chat.tell(conversation.build());
    }

    private String revealed() {
        ThreadWindow.Reveal reveal = thread.window().reveal().get();
        return reveal == null ? "nothing" : String.valueOf(reveal.key());
    }

    @Test
    void threadOpensAtTheUnreadLine() {
        tell(AConversation.withBob().readSeq(50).unread(60).loading());
        thread.open("c-bob");
        assertInstanceOf(ThreadRow.Skeleton.class, thread.rows().getFirst());
        assertNull(thread.window().reveal().get());
        tell(AConversation.withBob()
                .readSeq(50)
                .unread(60)
                .lines(lines(20, 100))
                .more(true, true));
        assertEquals(ThreadRow.Unread.KEY, revealed());
    }

    @Test
    void readThreadOpensAtTheEnd() {
        tell(AConversation.withBob().lines(lines(1, 9)));
        thread.open("c-bob");
        assertEquals("null", revealed());
    }

    @Test
    void messageThatIsNotLoadedIsFetchedAndShown() {
        tell(AConversation.withBob().lines(lines(900, 999)).more(true, false));
        thread.open("c-bob");
        thread.jumpTo(10);
        assertTrue(chat.asked.contains("loadAround c-bob 10"));
        tell(AConversation.withBob().lines(lines(1, 60)).more(false, true));
        assertEquals("t10", revealed());
        assertTrue(thread.window().newer().get());
    }

    @Test
    void loadedMessageIsShownAtOnce() {
        tell(AConversation.withBob().lines(lines(900, 999)));
        thread.open("c-bob");
        thread.jumpTo(950);
        assertEquals("t950", revealed());
        assertTrue(chat.asked.stream().noneMatch(asked -> asked.startsWith("loadAround")));
    }

    @Test
    void jumpToTheNewestLoadsIt() {
        tell(AConversation.withBob().lines(lines(1, 60)).more(false, true));
        thread.open("c-bob");
        thread.window().toNewest();
        assertTrue(chat.asked.contains("loadNewest c-bob"));
        tell(AConversation.withBob().lines(lines(900, 999)).more(true, false));
        assertEquals("null", revealed());
    }

    @Test
    void newerPageIsRequestedOnce() {
        tell(AConversation.withBob().lines(lines(1, 60)).more(false, true));
        thread.open("c-bob");
        thread.window().loadNewer();
        thread.window().loadNewer();
        assertEquals(1, chat.asked.stream().filter("loadNewer c-bob"::equals).count());
    }

    @Test
    void remainingRowsAreTheSameAfterAMove() {
        tell(AConversation.withBob().lines(lines(100, 300)).more(true, true));
        thread.open("c-bob");
        ThreadRow kept = Threads.bubble(thread, 250);
        tell(AConversation.withBob().lines(lines(200, 400)).more(true, true));
        assertTrue(thread.rows().stream().anyMatch(row -> row == kept));
        List<String> texts = thread.rows().stream()
                .filter(ThreadRow.Bubble.class::isInstance)
                .map(row -> ((ThreadRow.Bubble) row).text())
                .toList();
        assertEquals(201, texts.size());
        assertEquals("from Bob 400", texts.getLast());
    }

    @Test
    void fullWindowDropsItsOldestRowsInBatches() {
        tell(AConversation.withBob().lines(lines(1, 200)).more(true, false));
        thread.open("c-bob");
        tell(AConversation.withBob().lines(lines(11, 210)).more(true, false));
        assertEquals(211, thread.rows().size(), "a day, and ten more than the window holds");
        tell(AConversation.withBob().lines(lines(150, 349)).more(true, false));
        assertEquals(201, thread.rows().size());
        assertEquals(200, thread.rows().stream().map(ThreadRow::key).distinct().count() - 1);
    }

    @Test
    void searchHitOpensAtItsPlace() {
        tell(AConversation.withBob().lines(bobs(5, "five"), bobs(6, "six")).unread(2));
        thread.open("c-bob", 5);
        assertNotNull(thread.window().reveal().get());
        assertEquals("t5", revealed());
    }
}
