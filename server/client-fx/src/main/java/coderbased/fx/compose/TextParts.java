package coderbased.fx.compose;

import coderbased.protocol.Protocol;
import coderbased.protocol.TextLength;
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

    private TextParts() {}

    /** Returns the parts, without the blanks around them. */
    static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        while (TextLength.bytes(rest) > Protocol.MAX_TEXT_BYTES) {
            int cut = cut(rest.substring(0, fitting(rest)));
            add(parts, rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        add(parts, rest);
        return parts;
    }

    /** Returns the number of characters, as people count them, that do not fit into one message. */
    static int over(String text) {
        return TextLength.over(text.strip(), Protocol.MAX_TEXT_BYTES, TextLength::bytes);
    }

    /** Returns the end of the longest beginning that fits and ends with a whole character, or code point at least. */
    private static int fitting(String text) {
        int end = TextLength.fitting(text, Protocol.MAX_TEXT_BYTES, TextLength::bytes);
        return end > 0 ? end : fittingCodePoints(text);
    }

    private static int fittingCodePoints(String text) {
        int end = 0;
        int bytes = 0;
        while (bytes <= Protocol.MAX_TEXT_BYTES - 4) {
            int next = text.offsetByCodePoints(end, 1);
            bytes += TextLength.bytes(text.substring(end, next));
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
}
