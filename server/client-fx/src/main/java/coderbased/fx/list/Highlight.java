package coderbased.fx.list;

import coderbased.fx.list.ListRow.Piece;
import coderbased.fx.text.SafeText;
import coderbased.protocol.SearchText;
import coderbased.protocol.SearchText.Place;
import java.util.ArrayList;
import java.util.List;

/** Excerpt of a search hit, with the search words highlighted. */
final class Highlight {

    private static final int LEAD_CHARS = 24;
    private static final int MAX_CHARS = 160;

    private Highlight() {}

    /** Returns an excerpt that starts shortly before the first search word, so that it fits into a row. */
    static List<Piece> of(String text, String wanted) {
        String line = SafeText.oneLine(text);
        List<Place> places = SearchText.places(line, wanted);
        int from = places.isEmpty() ? 0 : begin(line, places.getFirst().from());
        int to = Math.min(line.length(), from + MAX_CHARS);
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        for (Place place : places) {
            if (place.to() <= to) {
                add(pieces, line.substring(at, place.from()), false);
                add(pieces, line.substring(place.from(), place.to()), true);
                at = place.to();
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
}
