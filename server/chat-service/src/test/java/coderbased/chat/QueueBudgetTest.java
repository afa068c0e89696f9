package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The bound of all queues together: the slowest reader loses its connection. */
final class QueueBudgetTest {

    private final AtomicLong nanos = new AtomicLong();
    private final QueueBudget budget = new QueueBudget(1_000, nanos::get);
    private final List<String> ended = new ArrayList<>();

    @Test
    void budgetEndsTheSlowestReadersUntilTheOthersFit() {
        hold("a", 300);
        hold("b", 600);
        hold("c", 500);
        hold("d", 100);
        budget.shrink();
        assertEquals(List.of("b"), ended);
        assertEquals(900, budget.used());
        hold("e", 700);
        budget.shrink();
        assertEquals(List.of("b", "e"), ended);
        assertEquals(900, budget.used());
    }

    @Test
    void manyWhoAlwaysLeaveALittleUnreadEndNobodyWhoReads() {
        for (int i = 0; i < 9; i++) {
            hold("slow", 100).release(20);
        }
        QueueBudget.Share busy = hold("busy", 200);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        busy.release(200);
        busy.hold(200);
        hold("resumes", 300);
        budget.shrink();
        assertEquals(List.of("slow", "slow", "slow"), ended);
        hold("fresh", 900);
        budget.shrink();
        assertEquals(List.of("slow", "slow", "slow", "fresh"), ended, "weight does not grow for ever");
    }

    @Test
    void connectionLargerThanTheBudgetEndsAlone() {
        hold("a", 900);
        hold("b", 5_000);
        budget.shrink();
        assertEquals(List.of("b"), ended);
    }

    @Test
    void fullBudgetEndsNobody() {
        hold("a", 500);
        hold("b", 500);
        budget.shrink();
        assertEquals(List.of(), ended);
    }

    @Test
    void connectionThatEndedHoldsNothing() {
        QueueBudget.Share share = hold("a", 900);
        assertTrue(share.close());
        share.hold(5_000);
        share.release(100);
        assertEquals(0, budget.used());
        assertFalse(share.close());
        budget.shrink();
        assertEquals(List.of(), ended);
    }

    @Test
    void queueCountsATextUntilTheNextOneIsTaken() throws Exception {
        TextQueue queue = new TextQueue(10, 1_000, hold("a", 0));
        queue.offer("12345");
        queue.offer("123");
        long both = QueueBudget.cost("12345") + QueueBudget.cost("123");
        assertEquals(both, budget.used());
        queue.poll(1);
        assertEquals(both, budget.used(), "it is being sent");
        queue.poll(1);
        assertEquals(QueueBudget.cost("123"), budget.used());
        queue.close();
        queue.poll(1);
        assertEquals(0, budget.used());
    }

    @Test
    void closedQueueCountsNothing() {
        TextQueue queue = new TextQueue(10, 1_000, hold("a", 0));
        queue.offer("12345");
        queue.closeWith(null);
        queue.offer("12345");
        assertEquals(0, budget.used());
    }

    @Test
    void whatCanWaitEndsNobodyOnceHalfTheBudgetIsUsed() throws Exception {
        hold("others", 501);
        TextQueue queue = new TextQueue(10, 1_000, hold("a", 0));
        assertTrue(queue.put("first"), "an empty queue takes one whatever the others hold");
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> put(queue, "second"));
        assertEquals(List.of("first"), queue.poll(1));
        assertTrue(second.get(Deadlines.seconds(10), TimeUnit.SECONDS));
        assertEquals(List.of("second"), queue.poll(1));
        assertEquals(List.of(), ended);
    }

    /** At two bytes a character it is an eighth of the heap, and twice that while everything is on its way out. */
    @Test
    void budgetFollowsTheHeap() {
        QueueBudget small = QueueBudget.ofHeap(64L << 20);
        QueueBudget.Share share = small.open(() -> ended.add("a"));
        share.hold(4 << 20);
        small.shrink();
        assertEquals(List.of(), ended);
        share.hold(1);
        small.shrink();
        assertEquals(List.of("a"), ended);
    }

    @Test
    void fewDevicesReadAllTheirConversationsAtOnceInASmallHeap() {
        assertEquals(1, Backlog.atOnce(48L << 20));
        assertEquals(1, Backlog.atOnce(64L << 20));
        assertEquals(4, Backlog.atOnce(256L << 20));
        assertEquals(16, Backlog.atOnce(64L << 30));
    }

    private QueueBudget.Share hold(String name, long chars) {
        QueueBudget.Share share = budget.open(() -> ended.add(name));
        share.hold(chars);
        return share;
    }

    private static boolean put(TextQueue queue, String text) {
        try {
            return queue.put(text);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
