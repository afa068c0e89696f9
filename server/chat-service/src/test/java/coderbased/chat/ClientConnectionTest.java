package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.CloseCode;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of one connection: its time limits, its end, and the messages that are handled no more. */
final class ClientConnectionTest {

    private static final Duration INTRODUCTION = Duration.ofHours(10);
    private static final Duration CLOSING = Duration.ofHours(20);
    private static final Duration HEARTBEAT = Duration.ofHours(30);
    private static final int MESSAGES = 2;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final TestLine line = new TestLine();
    private final BlockingQueue<ClientConnection> gone = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final QueueBudget budget = new QueueBudget(Long.MAX_VALUE);
    private final ClientConnection connection = connection(budget);

    ClientConnectionTest() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aClientThatDoesNotIntroduceItselfInTimeIsSentAway() {
        connection.start(new Recorder());
        pass(INTRODUCTION);
        assertEquals(CloseCode.REAUTHENTICATE.number(), TestLine.polled(line.closed));
    }

    @Test
    void aClientThatIntroducedItselfHasThatTimeLimitNoMore() {
        connection.start(new Recorder());
        connection.introduced(5_000);
        assertFalse(waits(INTRODUCTION));
        assertEquals(5_000, line.accepted);
    }

    @Test
    void aMessageFromBeforeTheEndIsNotHandledAfterIt() {
        connection.received("late");
        connection.end(CloseCode.NORMAL, "bye");
        connection.start(new Recorder());
        assertEquals("opened", TestLine.polled(calls));
        assertEquals("gone", TestLine.polled(calls));
    }

    @Test
    void aConnectionThatDoesNotCloseIsCut() {
        connection.end(CloseCode.NORMAL, "bye");
        assertFalse(line.cut);
        pass(CLOSING);
        assertTrue(line.cut);
    }

    @Test
    void aClosedConnectionWaitsForNothing() {
        connection.start(new Recorder());
        connection.end(CloseCode.NORMAL, "bye");
        assertTrue(waits(INTRODUCTION) && waits(CLOSING) && waits(HEARTBEAT));
        connection.closed();
        assertFalse(waits(INTRODUCTION) || waits(CLOSING) || waits(HEARTBEAT));
    }

    @Test
    void aConnectionIsGoneOnceItsHandlerIs() throws Exception {
        CountDownLatch opens = new CountDownLatch(1);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        connection.start(new Recorder() {
            @Override
            public void opened() {
                await(opens);
            }

            @Override
            public void gone() {
                throw new IllegalStateException("this keeps nothing back");
            }
        });
        connection.end(null, CloseCode.NORMAL, "bye", () -> told.add("gone"));
        connection.end(null, CloseCode.NORMAL, "bye", () -> told.add("never"));
        connection.closed();
        assertEquals(List.of(), List.copyOf(gone));
        opens.countDown();
        assertEquals(connection, TestLine.polled(gone));
        assertEquals("gone", TestLine.polled(told));
    }

    @Test
    void aHandlerIsGoneWhenTheClientCloses() {
        connection.start(new Recorder());
        assertEquals("opened", TestLine.polled(calls));
        connection.closed();
        assertEquals("gone", TestLine.polled(calls));
        assertEquals(connection, TestLine.polled(gone));
    }

    @Test
    void aHandlerIsGoneBeforeTheClientAnswersTheEnd() {
        connection.start(new Recorder());
        assertEquals("opened", TestLine.polled(calls));
        connection.end(CloseCode.NORMAL, "bye");
        assertEquals("gone", TestLine.polled(calls));
    }

    @Test
    void anInterruptedHandlerIsGone() {
        connection.start(new Recorder() {
            @Override
            public void received(String text) throws InterruptedException {
                throw new InterruptedException("over");
            }
        });
        connection.received("anything");
        assertEquals("opened", TestLine.polled(calls));
        assertEquals("gone", TestLine.polled(calls));
    }

    @Test
    void aMessageThatCannotBeReadEndsTheConnection() {
        connection.start(new Recorder() {
            @Override
            public void received(String text) throws BadMessage {
                throw new BadMessage("This is no message.");
            }
        });
        connection.received("anything");
        assertEquals(CloseCode.BAD_MESSAGE.number(), TestLine.polled(line.closed));
    }

    @Test
    void aMessageThatCannotBeHandledEndsTheConnectionForNow() {
        connection.start(new Recorder() {
            @Override
            public void received(String text) {
                throw new IllegalStateException("a fault");
            }
        });
        connection.received("anything");
        assertEquals(CloseCode.TRY_LATER.number(), TestLine.polled(line.closed));
    }

    @Test
    void aClientThatSendsTooFastIsToldToSlowDown() {
        connection.start(new Recorder());
        connection.look(0);
        connection.sendEncoded("still open");
        assertEquals("still open", TestLine.polled(line.sent));
        line.frames = Integer.MAX_VALUE;
        connection.look(1);
        assertEquals(CloseCode.SLOW_DOWN.number(), TestLine.polled(line.closed));
    }

    @Test
    void aClientWhoseMessagesPileUpIsToldToSlowDown() {
        for (int i = 0; i <= MESSAGES; i++) {
            connection.received("number " + i);
        }
        connection.start(new Recorder());
        assertEquals(CloseCode.SLOW_DOWN.number(), TestLine.polled(line.closed));
    }

    @Test
    void aClientThatReadsTooSlowlyIsSentAwayWithoutTheRest() {
        for (int i = 0; i <= MESSAGES; i++) {
            connection.sendEncoded("number " + i);
        }
        connection.start(new Recorder());
        assertEquals(CloseCode.TRY_LATER.number(), TestLine.polled(line.closed));
        assertEquals(List.of(), List.copyOf(line.sent));
    }

    @Test
    void afterTheEndNothingIsSentInTurnAndNothingWaits() {
        connection.end(null, CloseCode.NORMAL, "bye");
        assertThrows(InterruptedException.class, () -> connection.sendInTurn("too late"));
        assertEquals(0, budget.used());
    }

    @Test
    void nothingFollowsTheLastMessage() {
        connection.sendEncoded("dropped");
        connection.end(List.of("last"), CloseCode.NORMAL, "bye");
        connection.end(List.of("one too many"), CloseCode.TRY_LATER, "bye");
        connection.sendEncoded("too late");
        connection.start(new Recorder());
        assertEquals(CloseCode.NORMAL.number(), TestLine.polled(line.closed));
        assertEquals(List.of(Wire.write(List.of("last"))), List.copyOf(line.sent));
    }

    @Test
    void whoseTextsAreTooMuchForAllConnectionsTogetherIsSentAway() {
        ClientConnection greedy = connection(new QueueBudget(10));
        assertThrows(InterruptedException.class, () -> greedy.sendInTurn("This is longer."));
        greedy.start(new Recorder());
        assertEquals(CloseCode.TRY_LATER.number(), TestLine.polled(line.closed));
    }

    @Test
    void whoseHeldTextsAreTooMuchForAllConnectionsTogetherIsSentAway() {
        ClientConnection greedy = connection(new QueueBudget(10));
        greedy.hold(11);
        greedy.start(new Recorder());
        assertEquals(CloseCode.TRY_LATER.number(), TestLine.polled(line.closed));
    }

    private ClientConnection connection(QueueBudget shared) {
        ChatContext context = new ChatContext("N0DE", Clock.systemUTC(), new SecureRandom(), timer);
        return new ClientConnection(line, limits(), context, shared, gone::add);
    }

    /** Records what it is called for. */
    private class Recorder implements ConnectionHandler {
        @Override
        public void opened() {
            calls.add("opened");
        }

        @Override
        public void received(String text) throws BadMessage, InterruptedException {
            calls.add("received " + text);
        }

        @Override
        public void gone() {
            calls.add("gone");
        }
    }

    /** Runs the task that waits for that time, as if it had passed. */
    private void pass(Duration time) {
        timer.getQueue().stream()
                .filter(task -> isDueIn(time, task))
                .forEach(task -> ((RunnableScheduledFuture<?>) task).run());
    }

    private boolean waits(Duration time) {
        return timer.getQueue().stream().anyMatch(task -> isDueIn(time, task));
    }

    /** The limits are hours apart: the time that the test itself takes makes no difference. */
    private static boolean isDueIn(Duration time, Runnable task) {
        long hours = ((RunnableScheduledFuture<?>) task).getDelay(TimeUnit.HOURS);
        return hours >= time.toHours() - 5 && hours <= time.toHours();
    }

    private static ChatLimits limits() {
        ChatLimits usual = ChatLimits.standard();
        return new ChatLimits(
                INTRODUCTION,
                HEARTBEAT,
                Duration.ZERO,
                Duration.ofHours(40),
                CLOSING,
                MESSAGES,
                usual.queueChars(),
                usual.perAddress(),
                usual.perAccount(),
                usual.guests(),
                usual.concurrentResumes(),
                usual.accounts());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(Deadlines.seconds(10), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
