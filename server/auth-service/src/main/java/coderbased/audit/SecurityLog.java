package coderbased.audit;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The security events of a server in its log. Values that people chose are quoted, escaped and cut; secrets are never
 * given to it. Thread-safe; never throws.
 */
public final class SecurityLog {

    /** Name of the logger of all security events. */
    public static final String LOGGER = "coderbased.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private static final String NOTHING = "-";
    private static final Set<String> WHO = Set.of("account", "session", "address");
    private static final int MAX_CHARS = 100;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:@/%+-]+");
    private static final Pattern ESCAPED = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\"\\\\]");

    private final LineBudget strangers;

    public SecurityLog(LongSupplier nanos) {
        strangers = new LineBudget(nanos);
    }

    /** Writes the line of an event, unless too many of its kind were written lately. */
    public void note(SecurityEvent event, @Nullable Object... values) {
        OptionalLong leftOut = event.isLimited() ? strangers.take(event.id(), who(event, values)) : OptionalLong.of(0);
        if (leftOut.isEmpty() || !LOG.isInfoEnabled()) {
            return;
        }
        StringBuilder line = new StringBuilder(event.words()).append(" event=").append(event.id());
        for (int i = 0; i < event.fields().size(); i++) {
            line.append(' ')
                    .append(event.fields().get(i))
                    .append('=')
                    .append(shown(i < values.length ? values[i] : null));
        }
        if (leftOut.getAsLong() > 0) {
            line.append(" left_out=").append(leftOut.getAsLong());
        }
        LOG.info("{}", line);
    }

    /** Returns whoever the line is about: account, session and address. */
    private static String who(SecurityEvent event, @Nullable Object... values) {
        return IntStream.range(0, Math.min(event.fields().size(), values.length))
                .filter(i -> WHO.contains(event.fields().get(i)))
                .mapToObj(i -> shown(values[i]))
                .collect(Collectors.joining(" "));
    }

    private static String shown(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (text.length() <= MAX_CHARS && PLAIN.matcher(text).matches()) {
            return text;
        }
        boolean fits = text.codePointCount(0, text.length()) <= MAX_CHARS;
        String cut = fits ? text : text.substring(0, text.offsetByCodePoints(0, MAX_CHARS)) + "…";
        return '"'
                + ESCAPED.matcher(cut)
                        .replaceAll(found ->
                                "\\\\u{" + Integer.toHexString(found.group().codePointAt(0)) + "}")
                + '"';
    }
}
