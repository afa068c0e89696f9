package coderbased.store;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/**
 * Text as the word index takes it, with separators between words.
 *
 * <p>Some scripts do not separate words: each of their characters becomes a word, and a search finds characters that
 * follow one another. Emoji are not letters: each becomes a word that nobody can type.
 */
final class Indexed {

    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** From the area for private use, which the index takes for letters. */
    private static final char EMOJI = '\uE000';

    private Indexed() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(each -> standsAlone(each) || isEmoji(each))) {
            return text;
        }
        StringBuilder apart = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(each -> append(each, apart));
        return apart.toString();
    }

    private static void append(int codePoint, StringBuilder to) {
        if (isEmoji(codePoint)) {
            to.append(' ')
                    .append(EMOJI)
                    .append(String.format(Locale.ROOT, "%05x", codePoint))
                    .append(' ');
        } else if (standsAlone(codePoint)) {
            to.append(' ').appendCodePoint(codePoint).append(' ');
        } else {
            to.appendCodePoint(codePoint);
        }
    }

    private static boolean standsAlone(int codePoint) {
        return codePoint > 0x7F
                && Character.isLetter(codePoint)
                && WITHOUT_BLANKS.contains(UnicodeScript.of(codePoint));
    }

    private static boolean isEmoji(int codePoint) {
        return codePoint > 0x7F
                && (Character.isEmojiPresentation(codePoint) || Character.isExtendedPictographic(codePoint));
    }
}
