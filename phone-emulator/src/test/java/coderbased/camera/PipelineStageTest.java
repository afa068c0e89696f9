package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log of frames that fail: the first with its cause, then their number. */
class PipelineStageTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(PipelineStage.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final PipelineStage stage = new PipelineStage("the search");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void forget() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void failedFramesAreLoggedOnceAndCounted() throws Exception {
        for (int frame = 0; frame < 3; frame++) {
            assertTrue(stage.breaksOn(PipelineStageTest::fail));
        }
        assertFalse(stage.breaksOn(() -> {}));
        assertFalse(stage.breaksOn(() -> {}));
        assertEquals(
                List.of(
                        "A frame broke the search; it goes on with the next one, and later ones are logged as debug",
                        "After 3 frames that broke the search, one went through"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    private static void fail() {
        throw new IllegalStateException("a frame like no other");
    }
}
