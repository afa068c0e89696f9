package coderbased.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An outage is logged once, however often it is met. */
final class OutageLogTest {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLogTest.class);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final OutageLog log = log(OutageLog.Repeat.EVERY_MINUTE);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void anOutageHasOneLineAtItsBeginAndOneAtItsEnd() {
        for (int i = 0; i < 1_000; i++) {
            log.failed(away(i));
        }
        for (int i = 0; i < 1_000; i++) {
            log.works();
        }
        assertEquals(List.of("The disk failed", "The disk works again after 0 s; failures: 1000"), texts());
        assertNotNull(lines.list.getFirst().getThrowableProxy());
        assertEquals(Level.ERROR, lines.list.getFirst().getLevel());
    }

    @Test
    void anOutageThatGoesOnIsLoggedOnceAMinuteWithTheNumberOfFailuresLeftOut() {
        for (int second = 0; second < 180; second++) {
            log.failed(away(second));
            turn(Duration.ofSeconds(1));
        }
        assertEquals(
                List.of(
                        "The disk failed",
                        "The disk failed; so did 59 more that were not logged",
                        "The disk failed; so did 59 more that were not logged"),
                texts());
    }

    @Test
    void anOutageOfATaskIsLoggedAtItsBeginOnly() {
        OutageLog task = log(OutageLog.Repeat.NEVER);
        for (int second = 0; second < 180; second++) {
            task.failed(away(second));
            turn(Duration.ofSeconds(1));
        }
        task.works();
        task.failed(away(0));
        assertEquals(
                List.of("The disk failed", "The disk works again after 180 s; failures: 180", "The disk failed"),
                texts());
    }

    @Test
    void anErrorOfAnotherKindIsLoggedWithItsStackTraceInTheMiddleOfAnOutage() {
        log.failed(away(1));
        IllegalStateException bug = new IllegalStateException("a bug");
        log.failed(bug);
        log.failed(away(2));
        log.failed(new StackOverflowError());
        assertEquals(3, lines.list.size());
        assertEquals("a bug", lines.list.get(1).getThrowableProxy().getMessage());
        assertTrue(lines.list.get(1).getThrowableProxy().getStackTraceElementProxyArray().length > 0);
    }

    @Test
    void twoBugsInTwoPlacesAreTwoKinds() {
        log.failed(new IllegalStateException("a bug"));
        log.failed(new IllegalStateException("a bug"));
        assertEquals(2, lines.list.size());
    }

    @Test
    void failuresThatAlternateWithSuccessesHaveFewLines() {
        for (int second = 0; second < 180; second++) {
            log.failed(away(second));
            log.works();
            turn(Duration.ofSeconds(1));
        }
        assertTrue(lines.list.size() <= 6, texts().toString());
    }

    @Test
    void theLastRecoveryIsToldOfFailuresThatHadNoLine() {
        log.failed(away(1));
        log.works();
        log.failed(away(2));
        log.works();
        turn(Duration.ofMinutes(1));
        log.works();
        log.works();
        assertEquals(
                List.of(
                        "The disk failed",
                        "The disk works again after 0 s; failures: 1",
                        "The disk works again after 0 s; failures: 1"),
                texts());
    }

    @Test
    void messagesMadeUpByStrangersDoNotFillTheLog() {
        for (int i = 0; i < 10_000; i++) {
            log.failed("kind " + Integer.toString(i, Character.MAX_RADIX), away(i));
        }
        assertTrue(lines.list.size() <= 51, lines.list.size() + " lines");
    }

    @Test
    void aReasonIsPartOfTheLineAndTheSameOneWithOtherNumbersIsNotLogged() {
        log.failed("locked for 5 s");
        log.failed("locked for 7 s");
        log.failed("full");
        log.works();
        assertEquals(
                List.of(
                        "The disk failed: locked for 5 s",
                        "The disk failed: full",
                        "The disk works again after 0 s; failures: 3"),
                texts());
    }

    @Test
    void aTaskThatFailsDoesNotThrow() {
        log.run(() -> {
            throw new NoClassDefFoundError("gone");
        });
        log.run(() -> {});
        assertEquals(List.of("The disk failed", "The disk works again after 0 s; failures: 1"), texts());
    }

    @Test
    void anOutageThatWhoeverThrewItHasLoggedIsNotLoggedAgain() {
        log.run(() -> {
            throw new IllegalStateException(new Away());
        });
        log.run(() -> {});
        assertEquals(List.of(), texts());
    }

    private static final class Away extends RuntimeException implements Outage {
        private static final long serialVersionUID = 1L;
    }

    private OutageLog log(OutageLog.Repeat repeat) {
        return new OutageLog(logger, "The disk", repeat, nanos::get);
    }

    private void turn(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    private List<String> texts() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static IOException away(int attempt) {
        return new IOException("no answer after " + attempt + " ms");
    }
}
