package coderbased.fx.compose;

import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of a text that is too long for one message: cut between paragraphs, else lines, else sentences, else words, and
 * never within a character as people see it, unless one alone is longer than a message. Stateless.
 */
final class TextParts {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** Code units up to which characters are counted as people see them; each key press counts again. */
    private static final int MAX_COUNTED = 100_000;

    private TextParts() {}

    /** Returns the parts, without the blanks around them. */
    static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        while (bytes(rest) > Protocol.MAX_TEXT_BYTES) {
            int cut = cut(rest.substring(0, fitting(rest)));
            add(parts, rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        add(parts, rest);
        return parts;
    }

    /** Returns the number of characters, as people count them, that do not fit into one message. */
    static int over(String text) {
        String whole = text.strip();
        int end = Math.min(whole.length(), MAX_COUNTED);
        Matcher character = CHARACTER.matcher(whole).region(fitting(whole), end);
        int over = 0;
        while (character.find()) {
            over++;
        }
        return over + whole.length() - end;
    }

    /** Returns the end of the longest beginning that fits and ends with a whole character. */
    private static int fitting(String text) {
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        int bytes = 0;
        while (character.find()) {
            bytes += bytes(character.group());
            if (bytes > Protocol.MAX_TEXT_BYTES) {
                return end > 0 ? end : fittingCodePoints(text);
            }
            end = character.end();
        }
        return end;
    }

    private static int fittingCodePoints(String text) {
        int end = 0;
        int bytes = 0;
        while (bytes <= Protocol.MAX_TEXT_BYTES - 4) {
            int next = text.offsetByCodePoints(end, 1);
            bytes += bytes(text.substring(end, next));
            end = next;
        }
        return end;
    }

    /** Returns the best place to cut, in the second half of what fits. */
    private static int cut(String fitting) {
        int half = fitting.length() / 2;
        int paragraph = fitting.lastIndexOf("\n\n");
        if (paragraph >= half) {
            return paragraph;
        }
        int line = fitting.lastIndexOf('\n');
        if (line >= half) {
            return line;
        }
        int sentence = before(BreakIterator.getSentenceInstance(), fitting);
        if (sentence >= half) {
            return sentence;
        }
        int word = before(BreakIterator.getLineInstance(), fitting);
        return word >= half && isWhole(fitting, word) ? word : fitting.length();
    }

    private static int before(BreakIterator places, String text) {
        places.setText(text);
        return places.preceding(text.length());
    }

    /** True if no character as people see it goes over that place. */
    private static boolean isWhole(String text, int place) {
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        while (end < place && character.find()) {
            end = character.end();
        }
        return end == place;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
