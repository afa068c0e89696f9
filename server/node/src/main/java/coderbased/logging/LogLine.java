package coderbased.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import coderbased.audit.SecurityLog;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a log line: the message, then the reasons of a failure, in words and on one line. Names of classes are
 * left out, and control characters, which strangers may have sent, are escaped. A fault of the program itself has no
 * words but where it happened: its stack trace is in the log at the level DEBUG.
 *
 * <p>Thread-safe. Logback makes it from {@code %words} in the pattern.
 */
public final class LogLine extends ClassicConverter {

    private static final int MAX_CHARS = 4_000;
    private static final int MAX_CAUSES = 10;
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern CLASS = Pattern.compile("\\b(?:(?:java|javax|jdk|sun|com|org|io|net|ch|coderbased)"
            + "(?:\\.[a-z][a-z0-9_]*)+\\.[A-Z][\\w$]*(?:\\.[A-Z][\\w$]*)*"
            + "|[A-Z][A-Za-z0-9]+(?:Exception|Error))\\b(?:: ?)?");
    private static final String UNEXPECTED = "an unexpected fault; set CODERBASED_LOG=DEBUG to see where";

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(message(event));
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure != null) {
            line.append(": ").append(String.join(", because ", reasons(failure)));
            if (isDetailed()) {
                line.append(" | ").append(ThrowableProxyUtil.asString(failure));
            }
        }
        String text = COMMANDS.matcher(BREAKS.matcher(line).replaceAll(" ")).replaceAll(LogLine::escaped);
        return text.length() <= MAX_CHARS || isDetailed() ? text : text.substring(0, MAX_CHARS) + "…";
    }

    /** Returns the message. A security event names no class, and values that people chose stay as they are. */
    private static String message(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return event.getLoggerName().equals(SecurityLog.LOGGER)
                ? message
                : CLASS.matcher(message).replaceAll("");
    }

    private boolean isDetailed() {
        return getContext() instanceof LoggerContext loggers
                && loggers.getLogger("coderbased").isDebugEnabled();
    }

    private static Set<String> reasons(IThrowableProxy failure) {
        Set<String> reasons = new LinkedHashSet<>();
        int left = MAX_CAUSES;
        for (IThrowableProxy cause = failure; cause != null && left > 0; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? "" : cause.getMessage();
            String words = CLASS.matcher(message).replaceAll("").strip();
            if (!words.isEmpty()) {
                reasons.add(words);
            }
            left--;
        }
        return reasons.isEmpty() ? Set.of(UNEXPECTED) : reasons;
    }

    private static String escaped(MatchResult found) {
        return Matcher.quoteReplacement(
                "\\u{" + Integer.toHexString(found.group().codePointAt(0)) + "}");
    }
}
