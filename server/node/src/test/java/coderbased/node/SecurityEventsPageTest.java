package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import coderbased.audit.SecurityEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The table of security events in the operating page, held against the code. */
final class SecurityEventsPageTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| ([^|]*) \\| [^|]+ \\|");
    private static final Pattern USE = Pattern.compile("SecurityEvent\\.([A-Z_]+)\\b");

    @TempDir
    private Path place;

    @Test
    void thePageListsEveryEventWithItsFields() throws IOException {
        Map<String, List<String>> page = new LinkedHashMap<>();
        String text = Files.readString(Path.of("operating.md"));
        Matcher row = ROW.matcher(text.substring(text.indexOf("## Log of security events")));
        while (row.find()) {
            page.put(row.group(1), List.of(row.group(2).replace("`", "").split(", ")));
        }
        Map<String, List<String>> code = new LinkedHashMap<>();
        for (SecurityEvent event : SecurityEvent.values()) {
            code.put(event.id(), event.fields());
        }
        assertEquals(code, page);
    }

    @Test
    void everyEventIsLoggedSomewhere() throws IOException {
        List<String> unused = new ArrayList<>(
                Arrays.stream(SecurityEvent.values()).map(SecurityEvent::name).toList());
        try (Stream<Path> walk = Files.walk(Path.of(".."))) {
            for (Path file : walk.filter(file -> file.toString().contains("src/main/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()) {
                USE.matcher(Files.readString(file)).results().forEach(use -> unused.remove(use.group(1)));
            }
        }
        assertEquals(List.of(), unused);
    }

    @Test
    void aServerLogsItsStartAndItsEnd() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                lines.add(line.getFormattedMessage());
            }
        };
        appender.start();
        Logger logger = (Logger) LoggerFactory.getLogger("coderbased.security");
        logger.addAppender(appender);
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
        try {
            Settings settings = Settings.standard(place.resolve("data")).withPort(0);
            String address;
            try (Node node = Node.start(settings, Clock.systemUTC())) {
                address = node.address();
            }
            String started =
                    "The server serves. event=server-started version=\"in development\" database=sqlite bus=none"
                            + " files=folder address=" + address;
            assertTrue(lines.contains(started), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.contains("event=server-stopped")), lines.toString());
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(null);
        }
    }
}
