package coderbased.qr;

import java.util.ArrayList;
import java.util.List;

/** The finder patterns of one view: places from the black-and-white picture, shapes from the grey one. */
final class FinderSearch {

    private static final int MOST_FINDERS = 40;
    /** Over how many modules' height a finder pattern shows its ratio at least, however it is turned. */
    private static final double LEAST_ROWS = 0.5;

    private static final int LARGE = 400_000;

    private final BitPlane bits = new BitPlane();
    private final FinderScan scan = new FinderScan();
    private final FinderShape shape = new FinderShape();

    /** All finder patterns, in the coordinates of {@code plane}. */
    List<Finder> find(GreyPlane plane, Binarizer binarizer) {
        binarizer.binarize(plane, bits);
        int step = plane.width() * plane.height() > LARGE ? 3 : plane.width() < 400 ? 1 : 2;
        scan.scan(bits, step);
        List<Finder> finders = new ArrayList<>();
        for (int i = 0; i < scan.count() && finders.size() < MOST_FINDERS; i++) {
            if (scan.hits(i) < LEAST_ROWS * scan.down(i) / step) {
                continue;
            }
            Finder finder = shape.fit(plane, scan.x(i), scan.y(i), scan.across(i), scan.down(i));
            if (finder != null) {
                keep(finder, finders);
            }
        }
        return finders;
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
