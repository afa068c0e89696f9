package coderbased.protocol;

import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of texts in characters as people count them: a letter with its marks, or an emoji of several code points, is
 * one (extended grapheme clusters, UAX 29). Limits are kept in other units; what a person reads is in these.
 */
public final class TextLength {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** Code units up to which characters are counted as people see them; each key press may count again. */
    private static final int MAX_COUNTED = 100_000;

    private TextLength() {}

    /** Returns the bytes of a text in UTF-8. */
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the number of characters. */
    public static int of(String text) {
        return countFrom(text, 0);
    }

    /**
     * Returns the number of characters that do not fit.
     *
     * @param size measures each character in the unit of the limit
     */
    public static int over(String text, int limit, ToIntFunction<String> size) {
        return countFrom(text, fitting(text, limit, size));
    }

    /** Returns the end of the longest beginning that fits and ends with a whole character. */
    public static int fitting(String text, int limit, ToIntFunction<String> size) {
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        int used = 0;
        while (character.find()) {
            used += size.applyAsInt(character.group());
            if (used > limit) {
                return end;
            }
            end = character.end();
        }
        return end;
    }

    private static int countFrom(String text, int start) {
        int end = Math.max(start, Math.min(text.length(), MAX_COUNTED));
        Matcher character = CHARACTER.matcher(text).region(start, end);
        int count = 0;
        while (character.find()) {
            count++;
        }
        return count + text.length() - end;
    }
}
