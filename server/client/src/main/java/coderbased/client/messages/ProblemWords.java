package coderbased.client.messages;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.NameRule;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of this client for refusals by the server. The server's own English is shown only for a reason that this
 * client does not know, shortened and without characters that cannot be seen. Arguments that do not fit their reason
 * are not shown at all.
 */
public final class ProblemWords {

    private static final int MAX_MESSAGE_CHARS = 300;
    private static final long MAX_NUMBER = 1_000_000_000_000_000L;

    /** Arguments that are texts; all others are numbers that are not negative. */
    private static final Set<String> TEXTS = Set.of("codePoint", "fault", "header", "type", "until");

    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{N} .,:;+/_'()-]{1,100}");

    private ProblemWords() {}

    /** Returns the same refusal, with this client's sentence as its message. */
    public static Problem worded(Problem told) {
        return told.worded(sentence(told));
    }

    /** Returns this client's sentence for a refusal. */
    public static String sentence(Problem told) {
        if (told.logout() != null) {
            return EndWords.of(told.logout().reason());
        }
        Optional<ProblemReason> reason = Optional.ofNullable(told.reason()).flatMap(ProblemReason::of);
        return reason.isPresent()
                ? arguments(reason.get(), Objects.requireNonNullElse(told.args(), Map.of()))
                        .map(arguments -> MESSAGES.text(ProblemKeys.of(reason.get()), arguments))
                        .orElseGet(ProblemWords::general)
                : byTheServer(told.message());
    }

    /** Returns names and values of the reason's arguments; empty if one is missing or does not fit. */
    private static Optional<Object[]> arguments(ProblemReason reason, Map<String, Object> told) {
        List<Object> namesAndValues = new ArrayList<>();
        for (String name : reason.arguments()) {
            Object value = told.get(name);
            if (!(TEXTS.contains(name) ? isText(value) : isNumber(value))) {
                return Optional.empty();
            }
            namesAndValues.add(name);
            namesAndValues.add(value);
        }
        return Optional.of(namesAndValues.toArray());
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && TEXT.matcher(text).matches();
    }

    private static boolean isNumber(@Nullable Object value) {
        return (value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= 0
                && ((Number) value).longValue() <= MAX_NUMBER;
    }

    private static String byTheServer(String message) {
        String seen = NameRule.seen(message).strip();
        int length = seen.codePointCount(0, seen.length());
        return seen.isEmpty()
                ? general()
                : seen.substring(0, seen.offsetByCodePoints(0, Math.min(length, MAX_MESSAGE_CHARS)));
    }

    private static String general() {
        return MESSAGES.text("problem.general");
    }
}
