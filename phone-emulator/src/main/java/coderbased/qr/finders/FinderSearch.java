package coderbased.qr.finders;

import coderbased.qr.picture.Binarizer;
import coderbased.qr.picture.BitPlane;
import coderbased.qr.picture.GreyPlane;
import java.util.ArrayList;
import java.util.List;

/** The finder patterns of one view: places from the black-and-white picture, shapes from the grey one. */
public final class FinderSearch {

    private static final int MIN_LIMIT = 40;
    /** A view with so many patterns that fit badly shows text or a print; more of them cost time and tell nothing. */
    private static final int MAX_POOR = 40;
    /** One place of so many may be a finder pattern: the pictures with the most codes have few other places. */
    private static final int PLACES_PER_FINDER = 5;

    /** Over how many modules' height a finder pattern shows its ratio at least, however it is turned. */
    private static final double MIN_ROWS = 0.5;

    /** Places seen in so many rows or more are not told apart. */
    private static final int MANY_HITS = 8;

    private static final int LARGE = 400_000;

    /** So many looks at the diagonals of a place cost as much as fitting a shape. */
    private static final int LOOKS = 3;

    private final BitPlane bits = new BitPlane();
    private final FinderScan scan = new FinderScan();
    private final FinderShape shape = new FinderShape();
    private final List<Finder> dark = new ArrayList<>();
    private final List<Finder> light = new ArrayList<>();
    private int limit;
    private boolean seeksDark;
    private boolean seeksLight;

    /** Returns the finder patterns of codes that are dark on light, in the coordinates of the plane. */
    public List<Finder> dark() {
        return dark;
    }

    /** Returns the finder patterns of codes that are light on dark, as they lie in the plane's negative. */
    public List<Finder> light() {
        return light;
    }

    /**
     * Finds the finder patterns of a plane, the light ones only if {@code withLight}. Looks closely at no more than
     * {@code most} places: those first that the most rows have shown, because clutter shows itself in one row alone.
     */
    public void find(GreyPlane plane, Binarizer binarizer, int most, boolean withLight) {
        binarizer.binarize(plane, bits);
        int step = plane.width() * plane.height() > LARGE ? 3 : plane.width() < 400 ? 1 : 2;
        scan.scan(bits, step, withLight);
        dark.clear();
        light.clear();
        seeksDark = true;
        seeksLight = withLight;
        int left = LOOKS * most;
        limit = Math.max(MIN_LIMIT, most / PLACES_PER_FINDER);
        for (int hits = MANY_HITS; hits > 0; hits--) {
            for (int i = 0; i < scan.count() && left > 0; i++) {
                boolean isItsTurn = Math.min(scan.hits(i), MANY_HITS) == hits;
                if (isItsTurn
                        && scan.hits(i) >= MIN_ROWS * scan.down(i) / step
                        && (scan.isLight(i) ? seeksLight : seeksDark)) {
                    left--;
                    if (hasDiagonals(i)) {
                        left -= LOOKS - 1;
                        if (scan.isLight(i)) {
                            fit(plane.negative(), i, light);
                            seeksLight = isOpen(light);
                        } else {
                            fit(plane, i, dark);
                            seeksDark = isOpen(dark);
                        }
                    }
                }
            }
        }
    }

    private boolean hasDiagonals(int place) {
        int core = scan.isLight(place) ? 0 : 1;
        return Diagonals.agree(
                bits, scan.x(place), scan.y(place), scan.across(place), scan.down(place), core, scan.isCut(place));
    }

    private void fit(GreyPlane plane, int place, List<Finder> finders) {
        Finder finder =
                shape.fit(plane, scan.x(place), scan.y(place), scan.across(place), scan.down(place), scan.isCut(place));
        if (finder != null) {
            keep(finder, finders);
        }
    }

    /** True if more finder patterns are worth a look. */
    private boolean isOpen(List<Finder> finders) {
        return finders.size() < limit && finders.stream().filter(Finder::isPoor).count() < MAX_POOR;
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
