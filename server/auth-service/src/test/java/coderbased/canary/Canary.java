package coderbased.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Fails the test in which a secret was logged or stored. JUnit finds it by itself and puts it around every test. */
public final class Canary implements AfterEachCallback, AfterAllCallback {

    private static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();

    static {
        MintedRandom.install();
        listen();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> leaks = new ArrayList<>(logged());
        KnownFolders.databases()
                .map(Secrets::inDatabase)
                .filter(found -> !found.isEmpty())
                .forEach(found -> leaks.add("in a database: " + found));
        complain(leaks);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        complain(logged());
    }

    /** The lines with a secret that were logged since this was last asked. */
    public static List<String> logged() {
        List<String> lines = new ArrayList<>();
        for (String line = LOGGED.poll(); line != null; line = LOGGED.poll()) {
            lines.add(line);
        }
        return lines;
    }

    private static void complain(List<String> leaks) {
        if (!leaks.isEmpty()) {
            throw new AssertionError("Secrets where they must not be:\n" + String.join("\n", leaks));
        }
    }

    /** Everything of ours is heard; shown is what is always shown. */
    private static void listen() {
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        ThresholdFilter usual = new ThresholdFilter();
        usual.setLevel(Level.INFO.toString());
        usual.start();
        root.iteratorForAppenders().forEachRemaining(appender -> appender.addFilter(usual));
        Ears ears = new Ears();
        ears.setContext(logging);
        ears.start();
        root.addAppender(ears);
        logging.getLogger("coderbased").setLevel(Level.TRACE);
    }

    private static final class Ears extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            String line = event.getLoggerName() + ": " + event.getFormattedMessage();
            if (event.getThrowableProxy() != null) {
                line += "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
            }
            List<String> found = Secrets.inLog(line);
            if (!found.isEmpty()) {
                LOGGED.add("logged: " + found + " in " + line);
            }
        }
    }
}
