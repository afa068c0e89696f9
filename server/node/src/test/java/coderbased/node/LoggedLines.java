package coderbased.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The warnings and errors that the server's own classes log while this is open. Thread-safe. */
public final class LoggedLines implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("coderbased");
    private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            if (line.getLevel().isGreaterOrEqual(Level.WARN)) {
                lines.add(line);
            }
        }
    };

    public LoggedLines() {
        appender.start();
        logger.addAppender(appender);
    }

    /** The messages so far, in their order. */
    public List<String> texts() {
        return lines.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** The number of lines that begin so. */
    public long count(String begin) {
        return texts().stream().filter(text -> text.startsWith(begin)).count();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
