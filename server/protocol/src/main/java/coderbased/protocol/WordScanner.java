package coderbased.protocol;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The division of a text into folded words, with their places. For one thread. */
final class WordScanner {

    private static final Set<UnicodeScript> CHARACTERS_ARE_WORDS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Begins the word of an emoji. From the area for private use, so that no typed word begins with it. */
    private static final char EMOJI = '\uE000';

    /** Nobody types longer words. At most 750 bytes of UTF-8; PostgreSQL rejects a word of more than 2046. */
    private static final int MAX_CHARS = 250;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordFrom;
    private int wordTo;

    WordScanner(String text) {
        this.text = text;
    }

    /** A folded word, and its place in the text. */
    record Word(String folded, int from, int to) {

        /** Returns the end of the characters that the first {@code length} units of the word come from. */
        int end(String text, int length) {
            int at = from;
            int folded = 0;
            while (at < to && folded < length) {
                int end = Folding.end(text, at);
                folded += isEmoji(text.codePointAt(at)) ? length : letters(Folding.of(text.substring(at, end)));
                at = end;
            }
            return at;
        }

        private static int letters(String folded) {
            return (int) folded.codePoints()
                    .filter(each -> Character.isLetter(each) || isMark(each) || isNumber(each))
                    .mapToLong(Character::charCount)
                    .sum();
        }
    }

    List<Word> words() {
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = Folding.end(text, at);
            int first = text.codePointAt(at);
            if (isEmoji(first)) {
                endWord();
                words.add(new Word(EMOJI + String.format(Locale.ROOT, "%05x", first), at, end));
            } else {
                add(Folding.of(text.substring(at, end)), at, end);
            }
        }
        endWord();
        return words;
    }

    /** Adds one folded character, which may be several: some signs stand for a whole word. */
    private void add(String folded, int from, int to) {
        int end;
        for (int at = 0; at < folded.length(); at = end) {
            end = Folding.end(folded, at);
            int first = folded.codePointAt(at);
            if (!Character.isLetter(first) && !isNumber(first)) {
                endWord();
            } else if (first > 0x7F && CHARACTERS_ARE_WORDS.contains(UnicodeScript.of(first))) {
                endWord();
                addWord(folded.substring(at, end), from, to);
            } else {
                wordFrom = word.isEmpty() ? from : wordFrom;
                wordTo = to;
                word.append(folded, at, end);
            }
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            addWord(word.toString(), wordFrom, wordTo);
            word.setLength(0);
        }
    }

    /** Adds a word, cut where it is too long. */
    private void addWord(String folded, int from, int to) {
        int end = Math.min(folded.length(), MAX_CHARS);
        boolean splitsPair = end < folded.length() && Character.isHighSurrogate(folded.charAt(end - 1));
        words.add(new Word(folded.substring(0, splitsPair ? end - 1 : end), from, to));
    }

    private static boolean isNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isEmoji(int codePoint) {
        return codePoint > 0x7F
                && (Character.isEmojiPresentation(codePoint) || Character.isExtendedPictographic(codePoint));
    }
}
