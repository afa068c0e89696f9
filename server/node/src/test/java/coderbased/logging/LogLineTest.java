package coderbased.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import coderbased.audit.SecurityLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Log lines are words on one line, without names of classes. */
final class LogLineTest {

    private final LoggerContext context = new LoggerContext();
    private final LogLine line = new LogLine();

    LogLineTest() {
        context.getLogger("coderbased").setLevel(Level.INFO);
        line.setContext(context);
    }

    @Test
    void theReasonsOfAFailureAreInWords() {
        Exception failure = new UncheckedIOException(
                new IOException("the disk is full", new SQLException("java.net.ConnectException: Connection refused")));
        assertEquals(
                "Could not store it: the disk is full, because Connection refused",
                said("Could not store it", failure));
        assertEquals("Failed: no such table: x", said("Failed", new SQLException("no such table: x")));
        assertTrue(said("Failed", new NullPointerException()).contains("CODERBASED_LOG=DEBUG"));
        assertTrue(said("Failed", new IllegalStateException(" ")).contains("CODERBASED_LOG=DEBUG"));
    }

    @Test
    void namesOfClassesAreLeftOut() {
        String said = said(
                "Got org.postgresql.util.PSQLException: FATAL: no, then SocketTimeoutException",
                new ClassCastException("class coderbased.node.Node$Inner cannot be cast to class java.lang.String"));
        assertFalse(said.matches(".*(PSQL|Exception|Node|java|lang).*"), said);
        assertTrue(said.contains("FATAL: no"), said);
        assertEquals(
                "see http://chat.example.org/A and db.internal",
                said("see http://chat.example.org/A and db.internal", null));
    }

    @Test
    void controlCharactersAreEscapedAndTheLineIsOne() {
        assertEquals("a b\\u{1b}[2J\\u{202e} c", said("a\r\n\tb\u001B[2J\u202E c", null));
        assertTrue(said("x".repeat(100_000), null).length() < 5_000);
    }

    @Test
    void theStackIsShownAtTheLevelDebug() {
        context.getLogger("coderbased").setLevel(Level.DEBUG);
        assertTrue(said("Failed", new IllegalStateException("no")).contains("LogLineTest"));
    }

    @Test
    void theServersPatternNamesNoLogger() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/logback.xml"));
        assertTrue(settings.contains("%words%nopex%n"), settings);
        assertFalse(settings.matches("(?s).*%(logger|class|C|c|lo|ex|msg|caller)\\b.*"), settings);
    }

    @Test
    void nameThatAPersonChoseStaysInASecurityEvent() {
        String event = "A link was claimed event=link-claimed device=MyError: address=203.0.113.9";
        assertEquals(event, said(SecurityLog.LOGGER, event, null));
    }

    private String said(String message, Throwable failure) {
        return said("coderbased.node.Node", message, failure);
    }

    private String said(String logger, String message, Throwable failure) {
        return line.convert(new LoggingEvent("fqcn", context.getLogger(logger), Level.WARN, message, failure, null));
    }
}
