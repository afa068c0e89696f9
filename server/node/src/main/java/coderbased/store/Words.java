package coderbased.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text as SQLite's index sees them: letters and digits, without case and accents. */
final class Words {

    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036F]+");

    /** With the area for private use, which stands for emoji. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Co}]+");

    /** Nobody types longer words, and the index would refuse much longer ones. */
    private static final int MAX_CHARS = 250;

    private Words() {}

    /** Returns the words in the order of the text. */
    static List<String> in(String text) {
        String folded = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(folded);
        while (word.find()) {
            words.add(word.group().substring(0, end(word.group())));
        }
        return words;
    }

    private static int end(String word) {
        if (word.length() <= MAX_CHARS) {
            return word.length();
        }
        return Character.isHighSurrogate(word.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    }
}
