package coderbased.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as every search compares it: in the word index of each database, in the names of people, in the apps' own
 * filters and in the highlighting of hits. Thread-safe.
 *
 * <p>Case, accents and width do not matter. Scripts without blanks between words, and Korean, whose words join and take
 * endings without one, are searched for characters that follow one another. Every emoji is a word.
 */
public final class SearchText {

    private static final Pattern NO_TEXT = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");

    private SearchText() {}

    /**
     * A part of a text, in UTF-16 units.
     *
     * @param to the index after it
     */
    public record Place(int from, int to) {}

    /** Returns the text, folded, with its blanks and signs: for a filter that looks anywhere in a name. */
    public static String fold(String text) {
        if (text.chars().allMatch(each -> each < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(text.length());
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = Folding.end(text, at);
            folded.append(Folding.of(text.substring(at, end)));
        }
        return folded.toString();
    }

    /** Returns the folded words in the order of the text. They hold nothing but letters, digits and their marks. */
    public static List<String> words(String text) {
        return new WordScanner(text)
                .words().stream().map(WordScanner.Word::folded).toList();
    }

    /**
     * Returns the folded words in runs with nothing between them. A run has several words only if characters in it are
     * words of their own.
     */
    public static List<List<String>> runs(String text) {
        List<List<String>> runs = new ArrayList<>();
        int end = -1;
        for (WordScanner.Word word : new WordScanner(text).words()) {
            if (word.from() > end) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(word.folded());
            end = word.to();
        }
        return runs;
    }

    /** Returns the words of each term that was typed between blanks, without terms that have no word. */
    public static List<List<String>> terms(String typed) {
        return NO_TEXT.splitAsStream(typed)
                .map(SearchText::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /**
     * Returns the parts of the text that a search for this finds, in order and without overlap: the words of a term
     * follow one another, and the last one may be a beginning.
     */
    public static List<Place> places(String text, String typed) {
        List<List<String>> terms = terms(typed);
        List<WordScanner.Word> words = new WordScanner(text).words();
        List<Place> places = new ArrayList<>();
        int after = 0;
        for (int i = 0; i < words.size(); i++) {
            int from = words.get(i).from();
            int to = from < after ? 0 : longestAt(text, words.subList(i, words.size()), terms);
            if (to > 0) {
                places.add(new Place(from, to));
                after = to;
            }
        }
        return places;
    }

    /** Returns the end of the longest term that begins with the first word; 0 if none does. */
    private static int longestAt(String text, List<WordScanner.Word> words, List<List<String>> terms) {
        return terms.stream()
                .filter(term -> isAt(words, term))
                .mapToInt(term ->
                        words.get(term.size() - 1).end(text, term.getLast().length()))
                .max()
                .orElse(0);
    }

    private static boolean isAt(List<WordScanner.Word> words, List<String> term) {
        int last = term.size() - 1;
        if (words.size() <= last || !words.get(last).folded().startsWith(term.get(last))) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (!words.get(i).folded().equals(term.get(i))) {
                return false;
            }
        }
        return true;
    }
}
