package coderbased.protocol;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The folding of one character, as people count characters: the character without case, accents and width.
 *
 * <p>Compatibility decomposition (UAX 15, NFKD), full case folding, and the letters that Unicode does not decompose
 * though people type them as others. Marks are dropped where a script can do without them; the vowel signs of Indic and
 * Southeast Asian scripts spell words and stay. Thread-safe.
 */
final class Folding {

    private static final Set<UnicodeScript> MARKS_OPTIONAL = Set.of(
            UnicodeScript.INHERITED,
            UnicodeScript.COMMON,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.SYRIAC,
            UnicodeScript.COPTIC);

    /** Marks of kana: they make other letters, not accents. */
    private static final String VOICING = "\u3099\u309A";

    /** Letters with no width or meaning of their own: the lengthening stroke of Arabic and the fillers of Hangul. */
    private static final String EMPTY = "\u0640\u115F\u1160";

    private Folding() {}

    /** Returns the end of the character that starts at {@code from}: its marks and invisible signs belong to it. */
    static int end(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && belongsToPrevious(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Folds one character; the result may be empty, or several letters. Syllables of Hangul stay decomposed. */
    static String of(String character) {
        if (character.length() == 1 && character.charAt(0) < 0x80) {
            return Character.toString(Character.toLowerCase(character.charAt(0)));
        }
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(character, Normalizer.Form.NFKD)
                .codePoints()
                .filter(each -> !isDropped(each))
                .forEach(each -> fold(each, folded));
        boolean isHangul = !folded.isEmpty() && UnicodeScript.of(folded.codePointAt(0)) == UnicodeScript.HANGUL;
        return isHangul ? folded.toString() : Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void fold(int codePoint, StringBuilder to) {
        int digit = Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
        if (digit >= 0) {
            to.append(digit);
            return;
        }
        String upper = Character.toString(Character.toLowerCase(codePoint)).toUpperCase(Locale.ROOT);
        upper.codePoints().map(Character::toLowerCase).forEach(each -> to.append(typedAs(each)));
    }

    private static String typedAs(int letter) {
        return switch (letter) {
            case 'đ', 'ð' -> "d";
            case 'ħ' -> "h";
            case 'ł' -> "l";
            case 'ŋ' -> "n";
            case 'ø' -> "o";
            case 'ŧ' -> "t";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case '\u0671' -> "\u0627"; // alef wasla: alef
            case '\u0629', '\u06C1', '\u06D5' -> "\u0647"; // teh marbuta and other forms of heh: heh
            case '\u0649', '\u06CC' -> "\u064A"; // alef maksura, Farsi yeh: yeh
            case '\u06A9' -> "\u0643"; // keheh: kaf
            case '\u05DA', '\u05DD', '\u05DF', '\u05E3', '\u05E5' -> Character.toString(letter + 1); // final forms
            default -> Character.toString(letter);
        };
    }

    private static boolean isDropped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> true;
            case Character.NON_SPACING_MARK ->
                VOICING.indexOf(codePoint) < 0 && MARKS_OPTIONAL.contains(UnicodeScript.of(codePoint));
            default -> EMPTY.indexOf(codePoint) >= 0;
        };
    }

    /** True for marks and invisible signs, for vowels and finals of Hangul, and for half-width voicing marks. */
    private static boolean belongsToPrevious(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.ENCLOSING_MARK,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default ->
                (codePoint >= 0x1160 && codePoint <= 0x11FF)
                        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FB)
                        || codePoint == 0xFF9E
                        || codePoint == 0xFF9F;
        };
    }
}
