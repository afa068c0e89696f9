package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A queue that one socket cannot make grow. */
final class TextQueueTest {

    private final TextQueue queue = new TextQueue(3, 10, new QueueBudget(1_000).open(() -> {}));

    @Test
    void textsComeOutAsTheyWentIn() throws Exception {
        queue.offer("a");
        queue.offer("b");
        assertEquals("a", take());
        assertEquals("b", take());
    }

    @Test
    void tooManyTextsAreNotTaken() {
        assertTrue(queue.offer("a") && queue.offer("b") && queue.offer("c"));
        assertFalse(queue.offer("d"));
    }

    @Test
    void tooManyCharactersAreNotTaken() {
        assertTrue(queue.offer("123456"));
        assertFalse(queue.offer("12345"));
        assertTrue(queue.offer("1234"));
    }

    @Test
    void oneLongTextIsTakenByItself() throws Exception {
        assertTrue(queue.offer("longer than the bound"));
        assertFalse(queue.offer("a"));
        assertEquals("longer than the bound", take());
        assertTrue(queue.offer("a"));
    }

    @Test
    void whoWaitsForRoomGetsItInTurn() throws Exception {
        queue.offer("1234567890");
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> put("next"));
        assertEquals("1234567890", take());
        assertTrue(waiting.get(Deadlines.seconds(10), TimeUnit.SECONDS));
        assertEquals("next", take());
    }

    @Test
    void whoWaitsForRoomIsLetGoWhenTheQueueCloses() throws Exception {
        queue.offer("1234567890");
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> put("never"));
        queue.closeWith(null);
        assertFalse(waiting.get(Deadlines.seconds(10), TimeUnit.SECONDS));
        assertNull(take());
    }

    @Test
    void aClosedQueueGivesWhatItHasAndTakesNothing() throws Exception {
        queue.offer("a");
        queue.close();
        assertTrue(queue.offer("b"), "nobody has to care that it is closed");
        assertEquals("a", take());
        assertNull(take());
    }

    @Test
    void theLastWordReplacesWhatWaits() throws Exception {
        queue.offer("a");
        queue.closeWith("last");
        assertEquals("last", take());
        assertNull(take());
    }

    @Test
    void textsComeOutTogetherUpToTheBound() {
        queue.offer("a");
        queue.offer("b");
        queue.offer("c");
        assertEquals(List.of("a", "b"), queue.poll(2));
        assertEquals(List.of("c"), queue.poll(2));
        assertEquals(List.of(), queue.poll(2));
    }

    private @Nullable String take() {
        List<String> next = queue.poll(1);
        return next.isEmpty() ? null : next.getFirst();
    }

    private boolean put(String text) {
        try {
            return queue.put(text);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
