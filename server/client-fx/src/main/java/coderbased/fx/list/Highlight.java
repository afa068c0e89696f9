package coderbased.fx.list;

import coderbased.fx.list.ListRow.Piece;
import coderbased.fx.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Excerpt of a search hit, with the search words highlighted. */
final class Highlight {

    private static final int LEAD_CHARS = 24;
    private static final int MAX_CHARS = 160;

    private Highlight() {}

    /** Returns an excerpt that starts shortly before the first search word, so that it fits into a row. */
    static List<Piece> of(String text, String wanted) {
        String line = SafeText.oneLine(text);
        List<int[]> places = places(line, wanted);
        int from = places.isEmpty() ? 0 : begin(line, places.getFirst()[0]);
        int to = Math.min(line.length(), from + MAX_CHARS);
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        for (int[] place : places) {
            if (place[1] <= to && place[0] >= at) {
                add(pieces, line.substring(at, place[0]), false);
                add(pieces, line.substring(place[0], place[1]), true);
                at = place[1];
            }
        }
        add(pieces, line.substring(at, to), false);
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    /** Returns the start of a word shortly before the hit. */
    private static int begin(String line, int hit) {
        if (hit <= LEAD_CHARS) {
            return 0;
        }
        int space = line.indexOf(' ', hit - LEAD_CHARS);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    /** Returns the ranges (from, to) of the search words at word starts, in order and without overlap. */
    private static List<int[]> places(String line, String wanted) {
        List<String> words = List.of(wanted.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        List<int[]> places = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            boolean wordBegins = isPart(line, at) && (at == 0 || !isPart(line, at - 1));
            int length = wordBegins ? longestAt(line, at, words) : 0;
            if (length > 0) {
                places.add(new int[] {at, at + length});
            }
            at += Math.max(1, length);
        }
        return places;
    }

    private static int longestAt(String line, int at, List<String> words) {
        return words.stream()
                .filter(word -> !word.isEmpty() && line.regionMatches(true, at, word, 0, word.length()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static boolean isPart(String line, int at) {
        return Character.isLetterOrDigit(line.codePointAt(at)) || Character.isLowSurrogate(line.charAt(at));
    }
}
