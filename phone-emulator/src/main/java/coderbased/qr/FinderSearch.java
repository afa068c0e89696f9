package coderbased.qr;

import java.util.ArrayList;
import java.util.List;

/** The finder patterns of one view: places from the black-and-white picture, shapes from the grey one. */
final class FinderSearch {

    private static final int MAX_FINDERS = 40;
    /** Over how many modules' height a finder pattern shows its ratio at least, however it is turned. */
    private static final double MIN_ROWS = 0.5;

    /** Places seen in so many rows or more are not told apart. */
    private static final int MANY_HITS = 8;

    private static final int LARGE = 400_000;

    private final BitPlane bits = new BitPlane();
    private final FinderScan scan = new FinderScan();
    private final FinderShape shape = new FinderShape();

    /**
     * Returns the finder patterns, in the coordinates of {@code plane}. Looks closely at no more than {@code most}
     * places: those first that the most rows have shown, for clutter and noise show themselves in one row and no other.
     */
    List<Finder> find(GreyPlane plane, Binarizer binarizer, int most) {
        binarizer.binarize(plane, bits);
        int step = plane.width() * plane.height() > LARGE ? 3 : plane.width() < 400 ? 1 : 2;
        scan.scan(bits, step);
        List<Finder> finders = new ArrayList<>();
        int left = most;
        for (int hits = MANY_HITS; hits > 0; hits--) {
            for (int i = 0; i < scan.count() && left > 0 && finders.size() < MAX_FINDERS; i++) {
                boolean isItsTurn = Math.min(scan.hits(i), MANY_HITS) == hits;
                if (isItsTurn && scan.hits(i) >= MIN_ROWS * scan.down(i) / step) {
                    left--;
                    fit(plane, i, finders);
                }
            }
        }
        return finders;
    }

    private void fit(GreyPlane plane, int place, List<Finder> finders) {
        Finder finder = shape.fit(plane, scan.x(place), scan.y(place), scan.across(place), scan.down(place));
        if (finder != null) {
            keep(finder, finders);
        }
    }

    private static void keep(Finder finder, List<Finder> finders) {
        for (int i = 0; i < finders.size(); i++) {
            Finder other = finders.get(i);
            if (Math.hypot(finder.x - other.x, finder.y - other.y) < 2 * other.module()) {
                if (finder.residual < other.residual) {
                    finders.set(i, finder);
                }
                return;
            }
        }
        finders.add(finder);
    }
}
