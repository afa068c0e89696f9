package coderbased.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule for the names of files: whoever reads one sees all of it, with its ending, and it names no folder. Characters
 * follow {@link NameRule}. The app of the sender makes a name that passes; the server asks before it stores.
 * Thread-safe.
 */
public final class FileNameRule {

    private static final String NAMELESS = "file";
    private static final Pattern BLANKS = Pattern.compile("[ \\u3000]{2,}");
    private static final Pattern OUTER_BLANK = Pattern.compile("^[ \\u3000]|[ \\u3000]$");

    private FileNameRule() {}

    /** Returns the reason why this cannot be a file's name; empty where it can. */
    public static Optional<Problem> problem(String name) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return Optional.of(ProblemReason.FILE_NAME_INCOMPLETE.problem());
        }
        if (name.codePointCount(0, name.length()) > Protocol.MAX_FILE_NAME_CHARS) {
            return Optional.of(ProblemReason.FILE_NAME_LENGTH.problem("maxChars", Protocol.MAX_FILE_NAME_CHARS));
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.equals(".") || name.equals("..")) {
            return Optional.of(ProblemReason.FILE_NAME_PATH.problem());
        }
        if (BLANKS.matcher(name).find() || OUTER_BLANK.matcher(name).find()) {
            return Optional.of(ProblemReason.FILE_NAME_BLANKS.problem());
        }
        return NameRule.unreadable(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Returns the name, or where it has a {@link #problem}, one like it that has none. */
    public static String repaired(String name) {
        if (problem(name).isEmpty()) {
            return name;
        }
        String clean = NameRule.readable(Normalizer.normalize(name, Normalizer.Form.NFC), "_")
                .replaceAll("[/\\\\]", "_");
        String tidy = BLANKS.matcher(clean).replaceAll(" ").strip();
        int length = tidy.codePointCount(0, tidy.length());
        String said = tidy.substring(0, tidy.offsetByCodePoints(0, Math.min(length, Protocol.MAX_FILE_NAME_CHARS)))
                .strip();
        return NameRule.isVisible(said.replace("_", "")) && problem(said).isEmpty() ? said : NAMELESS;
    }
}
